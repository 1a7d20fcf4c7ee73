import { chineseNumber } from './chinese-number'
import { aDate, type DateContent } from './fact'
import type { FactScan } from './fact-scan'

const YEAR = '(\\d{4}|[一二][〇零一二三四五六七八九]{3})年(?:度)?'
const MONTH = '(\\d{1,2}|十[一二]?|[一二三四五六七八九])月(?:份)?'
const DAY = '(?:\\d{1,2}|[二三]?十[一二三四五六七八九]?|[一二三四五六七八九])'
const AND = '\\s{0,4}(?:至|到|、|和|及|与|或|-|–|—|~|～)\\s{0,4}'

const FULL = new RegExp(`(?:${YEAR}\\s{0,4})?${MONTH}\\s{0,4}((?:${DAY}[日号]?${AND}){0,8}${DAY}[日号])`, 'g')
const MONTHS = new RegExp(`(?:${YEAR}\\s{0,4})?(\\d{1,2})月?${AND}${MONTH}`, 'g')
const MONTH_OF_YEAR = new RegExp(`${YEAR}\\s{0,4}${MONTH}`, 'g')
const MONTH_ALONE = new RegExp(MONTH, 'g')
const NUMERIC = /(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?![\d.])/g
const QUARTER = new RegExp(`(?:${YEAR}\\s{0,4})?第?([一二三四1-4])季度`, 'g')
const HALF = new RegExp(`(?:${YEAR}\\s{0,4})?([上下])半年`, 'g')
const YEAR_ALONE = new RegExp(YEAR, 'g')

/** 2020年12月29日, 12月16日至18日, 2020年12月, 5月, 2020年第四季度, 上半年, 2020年, 2020-12-29. */
export function takeChineseDates(scan: FactScan): void {
  scan.take(FULL, ([, year, month, days = '']) =>
    datesOf(
      year,
      [month],
      (days.match(new RegExp(DAY, 'g')) ?? []).map((day) => day),
    ),
  )
  scan.take(NUMERIC, ([, year, , month, day]) => datesOf(year, [month], [day ?? '']))
  scan.take(/前[二两三四]个?季度/g, () => [])
  scan.take(QUARTER, ([, year, quarter]) => partOf(year, `Q${numberIn(quarter)}`))
  scan.take(HALF, ([, year, half]) => partOf(year, half === '上' ? 'H1' : 'H2'))
  scan.take(MONTHS, ([, year, first, last], before) =>
    /[\d.]$/.test(before) ? null : datesOf(year, [first, last], []),
  )
  scan.take(MONTH_OF_YEAR, ([, year, month]) => datesOf(year, [month], []))
  scan.take(MONTH_ALONE, ([, month = ''], before) => {
    if (/[\d.第数几十]$/.test(before)) return null
    const dates = datesOf(undefined, [month], [])
    // 三月 may be March or, in old style, three months.
    return (
      dates && (/\d/.test(month) ? dates : dates.map((date) => ({ ...date, strength: 'faint' as const })))
    )
  })
  scan.take(YEAR_ALONE, ([, year], before) =>
    /[\d,.]$/.test(before) ? null : [aDate({ year: numberIn(year) })],
  )
}

/** The dates of these months or days; null where the calendar has no such month or day. */
function datesOf(
  year: string | undefined,
  months: readonly (string | undefined)[],
  days: readonly string[],
): DateContent[] | null {
  const dates: DateContent[] = []
  for (const month of months.map(numberIn)) {
    if (month === null || month < 1 || month > 12) return null
    const date = aDate({ year: numberIn(year), month })
    if (days.length === 0) dates.push(date)
    for (const day of days.map(numberIn)) {
      if (day === null || day < 1 || day > 31) return null
      dates.push({ ...date, day })
    }
  }
  return dates
}

function partOf(year: string | undefined, part: string): DateContent[] {
  return [aDate({ year: numberIn(year), part })]
}

function numberIn(written: string | undefined): number | null {
  return written === undefined ? null : (chineseNumber(written)?.value ?? null)
}
