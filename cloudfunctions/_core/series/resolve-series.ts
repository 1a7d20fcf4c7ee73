import type { BilingualText } from '#shared/newsletter/bilingual'
import { seriesId } from '#shared/newsletter/issue-id'
import { titleSpelling } from '#shared/newsletter/title-spelling'
import type { SeriesRecord } from '#shared/series/endpoints'

type Titles = Pick<SeriesRecord, 'id' | 'title' | 'otherTitles'>

/**
 * The series that a title names: the one that has it, or had it, in either language; else a new one of its own. Where
 * the two languages name different ones the English title tells, as it does in `seriesId`.
 */
export function seriesIdOf(title: BilingualText, records: readonly Titles[]): string {
  for (const half of [title.en, title.zh]) {
    const found = half === null ? undefined : records.find((record) => hasTitle(record, half))
    if (found) return found.id
  }
  return seriesId({ title })
}

/** Whether a document that names its series so means this one. */
export function hasTitle(record: Titles, half: string): boolean {
  return titlesOf(record).some((title) => titleSpelling(title) === titleSpelling(half))
}

/** In both languages, the former ones too. */
export function titlesOf({ title, otherTitles }: Pick<Titles, 'title' | 'otherTitles'>): string[] {
  return [title, ...otherTitles].flatMap(({ zh, en }) => [zh, en]).filter((half) => half !== null)
}
