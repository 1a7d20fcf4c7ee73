import type { DraftProblem } from '#shared/drafts/draft'
import type { DraftIssue } from '#shared/drafts/draft-issue'
import type { Place, Problem } from '#shared/newsletter/problem'
import type { HalfPlaces } from '../importer/draft/draft-issue'
import { byPlace } from '../importer/problem'

/** What is said of the masthead, a section or the issue as a whole concerns no item. */
const OF_NO_ITEM = new Set([
  'contents-differ',
  'contents-unmatched',
  'empty-section',
  'missing-disclaimer',
  'missing-number',
  'missing-publication',
  'missing-section',
  'missing-section-title',
  'missing-series',
  'number-unclear',
  'settings-left-out',
])

/** Leads from each problem to the item that it stands in: the one whose half begins last before it. */
export function problemsWithItems(
  problems: readonly Problem[],
  places: HalfPlaces[][],
  { sections }: DraftIssue,
): DraftProblem[] {
  const starts = places
    .flatMap((section, sectionIndex) =>
      section.flatMap(({ zh, en }, itemIndex) => {
        const key = sections[sectionIndex]?.items[itemIndex]?.key
        return [zh, en].flatMap((place) => (place && key !== undefined ? [{ place, key }] : []))
      }),
    )
    .sort(byPlace)
  return problems.map((problem) => {
    if (OF_NO_ITEM.has(problem.code)) return { ...problem, item: null }
    const before = starts.filter((start) => byPlace(start, problem) <= 0).at(-1)
    return { ...problem, item: before?.key ?? null }
  })
}

/** The first place of a document, counted as its others are. */
export function startOf(places: HalfPlaces[][]): Place {
  const [some] = places.flat(2).flatMap(({ zh, en }) => [zh ?? en])
  if (!some || 'line' in some) return { line: 1, column: 1 }
  return 'page' in some ? { page: 1 } : { paragraph: 1 }
}
