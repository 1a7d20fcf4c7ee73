import type { BilingualText } from '#shared/newsletter/bilingual'
import type { Difference } from './difference'
import type { DraftSection } from './draft-issue'
import { mergeOrder } from './merge-order'
import { pairSections } from './pair-sections'
import { threeWay } from './three-way'

/** A section of three versions: names it for as long as the merge lasts. */
type SectionId = string
type Side = {
  ids: SectionId[]
  titles: Map<SectionId, BilingualText>
  keys: Map<SectionId, string[]>
  home: Map<string, SectionId>
}
type Differ = (difference: Difference) => void

/** The sections of three versions, and in which of them and where each item of `members` stands. */
export function mergeSections(
  base: readonly DraftSection[],
  ours: readonly DraftSection[],
  theirs: readonly DraftSection[],
  members: ReadonlySet<string>,
  differ: Differ,
): { title: BilingualText; keys: string[] }[] {
  const [before, one, other] = sidesOf(base, ours, theirs)
  const homes = homesOf(before, one, other, members, differ)
  const kept = new Set([
    ...homes.values(),
    ...[...one.ids, ...other.ids].filter((id) => isKept(id, before, one, other)),
  ])
  const ids = mergeOrder(before.ids, one.ids, other.ids, kept)
  return ids.map((id, index) => ({
    title: titleOf(id, index, before, one, other, differ),
    keys: mergeOrder(
      before.keys.get(id) ?? [],
      one.keys.get(id) ?? [],
      other.keys.get(id) ?? [],
      new Set([...homes].flatMap(([key, home]) => (home === id ? [key] : []))),
    ),
  }))
}

/** A section that one side took away goes, unless an item has its home there. */
function isKept(id: SectionId, before: Side, one: Side, other: Side): boolean {
  return !before.titles.has(id) || (one.titles.has(id) && other.titles.has(id))
}

function sidesOf(
  base: readonly DraftSection[],
  ours: readonly DraftSection[],
  theirs: readonly DraftSection[],
): [Side, Side, Side] {
  const ofOurs = pairSections(base, ours)
  const ofTheirs = pairSections(base, theirs)
  const oursIds = ours.map((_, index) => (ofOurs.has(index) ? `base ${ofOurs.get(index)}` : `ours ${index}`))
  // What both added may be the same section.
  const added = <T>(sections: readonly T[], known: Map<number, number>) =>
    sections.map((_, index) => index).filter((index) => !known.has(index))
  const [newOurs, newTheirs] = [added(ours, ofOurs), added(theirs, ofTheirs)]
  const same = pairSections(
    newOurs.flatMap((index) => ours[index] ?? []),
    newTheirs.flatMap((index) => theirs[index] ?? []),
  )
  const theirsIds = theirs.map((_, index) => {
    if (ofTheirs.has(index)) return `base ${ofTheirs.get(index)}`
    const twin = same.get(newTheirs.indexOf(index))
    return twin === undefined ? `theirs ${index}` : `ours ${newOurs[twin]}`
  })
  return [
    sideOf(
      base,
      base.map((_, index) => `base ${index}`),
    ),
    sideOf(ours, oursIds),
    sideOf(theirs, theirsIds),
  ]
}

function sideOf(sections: readonly DraftSection[], ids: SectionId[]): Side {
  const side: Side = { ids, titles: new Map(), keys: new Map(), home: new Map() }
  sections.forEach(({ title, items }, index) => {
    const id = ids[index] ?? ''
    side.titles.set(id, title)
    side.keys.set(
      id,
      items.map(({ key }) => key),
    )
    for (const { key } of items) side.home.set(key, id)
  })
  return side
}

function homesOf(
  before: Side,
  one: Side,
  other: Side,
  members: ReadonlySet<string>,
  differ: Differ,
): Map<string, SectionId> {
  const homes = new Map<string, SectionId>()
  for (const key of members) {
    const [was, ours, theirs] = [before.home.get(key), one.home.get(key), other.home.get(key)]
    const home =
      ours === undefined || theirs === undefined
        ? (ours ?? theirs)
        : threeWay(was, ours, theirs, () =>
            differ({
              key,
              part: 'section',
              base: (was !== undefined && before.titles.get(was)) || null,
              ours: one.titles.get(ours) ?? null,
              theirs: other.titles.get(theirs) ?? null,
            }),
          )
    if (home !== undefined) homes.set(key, home)
  }
  return homes
}

function titleOf(
  id: SectionId,
  index: number,
  before: Side,
  one: Side,
  other: Side,
  differ: Differ,
): BilingualText {
  const nothing = { zh: null, en: null }
  const [was, ours, theirs] = [before.titles.get(id), one.titles.get(id), other.titles.get(id)]
  const half = (language: 'zh' | 'en'): string | null => {
    if (!ours || !theirs) return (ours ?? theirs ?? was ?? nothing)[language]
    return threeWay((was ?? nothing)[language], ours[language], theirs[language], (values) =>
      differ({ key: null, part: `sections.${index}.title.${language}`, ...values }),
    )
  }
  return { zh: half('zh'), en: half('en') }
}
