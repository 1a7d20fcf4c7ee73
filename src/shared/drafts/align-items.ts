import type { DraftIssue, DraftItem } from './draft-issue'
import { freeKey } from './free-key'
import { type Likened, likened, likeness } from './likeness'

/** Two versions of one item have more in common than two reports of the same authority. */
const ALIKE = 0.5
/** How far from its old place an item is looked for that is not quite the same any more. */
const REACH = 100

/**
 * A fresh import of a document that was imported before: each item that continues one of `base` gets its key, and no
 * key stands twice.
 */
export function alignItems(base: DraftIssue, fresh: DraftIssue): DraftIssue {
  const known = itemsOf(base)
  const found = continuations(known, itemsOf(fresh))
  const taken = new Set(known.map(({ key }) => key))
  const keyOf = new Map<DraftItem, string>()
  for (const item of itemsOf(fresh)) {
    const key = found.get(item)?.key ?? freeKey(item, taken)
    taken.add(key)
    keyOf.set(item, key)
  }
  return {
    ...fresh,
    sections: fresh.sections.map(({ title, items }) => ({
      title,
      items: items.map((item) => ({ ...item, key: keyOf.get(item) ?? item.key })),
    })),
  }
}

function itemsOf({ sections }: DraftIssue): DraftItem[] {
  return sections.flatMap(({ items }) => items)
}

/** The likest first, so that no item takes what continues another. */
function continuations(base: readonly DraftItem[], fresh: readonly DraftItem[]): Map<DraftItem, DraftItem> {
  const [older, newer] = [base.map(likened), fresh.map(likened)]
  const pairs: { at: number; to: number; likeness: number }[] = []
  newer.forEach((item, at) => {
    for (let to = Math.max(0, at - REACH); to <= Math.min(older.length - 1, at + REACH); to += 1)
      pairs.push({ at, to, likeness: likeness(item, older[to] as Likened) })
  })
  const likest = pairs
    .filter((pair) => pair.likeness >= ALIKE)
    .sort((a, b) => b.likeness - a.likeness || Math.abs(a.at - a.to) - Math.abs(b.at - b.to))
  const found = new Map<DraftItem, DraftItem>()
  const used = new Set<DraftItem>()
  for (const { at, to } of likest) {
    const [item, before] = [fresh[at], base[to]]
    if (!item || !before || found.has(item) || used.has(before)) continue
    found.set(item, before)
    used.add(before)
  }
  return found
}
