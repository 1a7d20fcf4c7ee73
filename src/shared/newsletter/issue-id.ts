import { stableHash } from '#shared/stable-hash'
import type { Issue } from './issue'
import { titleSpelling } from './title-spelling'

/**
 * The address of an issue: its running number, else its series and number there, else its series and date.
 * Two series never share one, and the same issue imported again has the same one.
 */
export function issueId({
  number,
  series,
  month,
  date,
}: Pick<Issue, 'number' | 'series' | 'month' | 'date'>): string {
  if (number !== null) return String(number)
  return `${seriesId(series)}-${series.number ?? date ?? month}`
}

/** Leaves room for an issue's number or date within the 63 characters of an address. */
const LONGEST_SERIES = 48

/** Names a series: the same for each of its issues, readable where the English title allows. */
export function seriesId({ title }: Pick<Issue['series'], 'title'>): string {
  const english = titleSpelling(title.en ?? '')
  const slug = english.replace(/[^a-z0-9]+/gu, '-').replace(/^-|-$/gu, '')
  if (slug === '') return `series-${stableHash(titleSpelling(title.zh ?? ''))}`
  // What a slug loses must not make two series one: C and C++, or two long titles that begin alike.
  if (/^[a-z0-9 -]+$/u.test(english) && slug.length <= LONGEST_SERIES) return slug
  const mark = stableHash(english)
  return `${slug.slice(0, LONGEST_SERIES - mark.length - 1).replace(/-$/u, '')}-${mark}`
}
