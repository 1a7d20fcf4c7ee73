import type { Difference } from './difference'
import type { DraftIssue, DraftItem } from './draft-issue'
import { freeKey } from './free-key'
import { likened, likeness } from './likeness'
import { mergeItem } from './merge-item'
import { mergeMasthead } from './merge-masthead'
import { mergeSections } from './merge-sections'
import { isSameValue } from './same-value'

type Items = ReadonlyMap<string, DraftItem>

/**
 * Both hands' changes to one text: what only one changed is taken; what both changed differently stays as ours, and is
 * listed. For a document that is imported again, `base` is its last import and `theirs` the new one, with `alignItems`.
 */
export function mergeIssues(
  base: DraftIssue,
  ours: DraftIssue,
  theirs: DraftIssue,
): { issue: DraftIssue; differences: Difference[] } {
  const differences: Difference[] = []
  const differ = (difference: Difference): void => {
    differences.push(difference)
  }
  const [before, one] = [itemsOf(base), itemsOf(ours)]
  const told = withoutClashes(before, one, theirs)
  const masthead = mergeMasthead(base, ours, told, differ)
  const items = mergeItems(before, one, itemsOf(told), differ)
  const sections = mergeSections(base.sections, ours.sections, told.sections, new Set(items.keys()), differ)
  return {
    issue: {
      ...masthead,
      sections: sections.map(({ title, keys }) => ({
        title,
        items: keys.flatMap((key) => items.get(key) ?? []),
      })),
    },
    differences,
  }
}

function itemsOf({ sections }: DraftIssue): Items {
  return new Map(sections.flatMap(({ items }) => items.map((item) => [item.key, item])))
}

/** Where both added an item under one key, it is one item only if it says the same: else theirs gets another key. */
function withoutClashes(before: Items, one: Items, theirs: DraftIssue): DraftIssue {
  const taken = new Set([...before.keys(), ...one.keys(), ...itemsOf(theirs).keys()])
  const rename = (item: DraftItem): DraftItem => {
    const ours = one.get(item.key)
    if (!ours || before.has(item.key) || isOneItem(ours, item)) return item
    const key = freeKey(item, taken)
    taken.add(key)
    return { ...item, key }
  }
  const sections = theirs.sections.map(({ title, items }) => ({ title, items: items.map(rename) }))
  return { ...theirs, sections }
}

/** An item just added has little text yet, or the same. */
function isOneItem(one: DraftItem, other: DraftItem): boolean {
  const isEmpty = ({ title, body }: DraftItem): boolean => isSameValue([title, body], [NOTHING, NOTHING])
  if (isSameValue(one, other)) return true
  return isEmpty(one) || isEmpty(other) || likeness(likened(one), likened(other)) >= 0.5
}

const NOTHING = { zh: null, en: null }

function mergeItems(
  before: Items,
  one: Items,
  other: Items,
  differ: (difference: Difference) => void,
): Map<string, DraftItem> {
  const merged = new Map<string, DraftItem>()
  for (const key of new Set([...before.keys(), ...one.keys(), ...other.keys()])) {
    const [was, ours, theirs] = [before.get(key), one.get(key), other.get(key)]
    const item =
      ours && theirs
        ? mergeItem(was ?? { key, title: NOTHING, body: NOTHING, source: NOTHING }, ours, theirs, differ)
        : oneSided(was, ours, theirs, differ)
    if (item) merged.set(key, item)
  }
  return merged
}

/** One side added it or took it away; taken away while the other changed it, ours decides. */
function oneSided(
  was: DraftItem | undefined,
  ours: DraftItem | undefined,
  theirs: DraftItem | undefined,
  differ: (difference: Difference) => void,
): DraftItem | null {
  const left = ours ?? theirs
  if (!was || !left) return left ?? null
  if (isSameValue(was, left)) return null
  differ({ key: was.key, part: 'item', base: was, ours: ours ?? null, theirs: theirs ?? null })
  return ours ?? null
}
