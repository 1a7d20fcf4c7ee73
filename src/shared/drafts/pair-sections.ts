import type { DraftSection } from './draft-issue'
import { isSameValue } from './same-value'

/** Which section of `before` each of `after` continues, by place: the one with its title or with most of its items. */
export function pairSections(
  before: readonly DraftSection[],
  after: readonly DraftSection[],
): Map<number, number> {
  const candidates = after.flatMap((section, to) =>
    before.map((other, from) => ({ to, from, likeness: sectionLikeness(section, other) })),
  )
  const likest = candidates
    .filter(({ likeness }) => likeness > 0)
    .sort((a, b) => b.likeness - a.likeness || Math.abs(a.to - a.from) - Math.abs(b.to - b.from))
  const pairs = new Map<number, number>()
  const used = new Set<number>()
  for (const { to, from } of likest) {
    if (pairs.has(to) || used.has(from)) continue
    pairs.set(to, from)
    used.add(from)
  }
  return pairs
}

function sectionLikeness(one: DraftSection, other: DraftSection): number {
  const keys = new Set(one.items.map(({ key }) => key))
  const shared = other.items.filter(({ key }) => keys.has(key)).length
  const items = (2 * shared) / Math.max(1, one.items.length + other.items.length)
  if (!isSameValue(one.title, other.title)) return items
  // Two sections without titles are hardly the same for that.
  return items + (one.title.zh === null && one.title.en === null ? 0.1 : 1)
}
