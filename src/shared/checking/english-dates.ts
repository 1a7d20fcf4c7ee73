import { aDate, type DateContent } from './fact'
import type { FactScan } from './fact-scan'

const NAMES = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const MONTH =
  '(Jan(?:uary|\\.)?|Feb(?:ruary|\\.)?|Mar(?:ch|\\.)?|Apr(?:il|\\.)?|May|Jun(?:e|\\.)?|Jul(?:y|\\.)?|Aug(?:ust|\\.)?|Sept?(?:ember|\\.)?|Oct(?:ober|\\.)?|Nov(?:ember|\\.)?|Dec(?:ember|\\.)?)(?![A-Za-z])'
const DAY = '\\d{1,2}(?:st|nd|rd|th)?(?![\\d,.]\\d|\\d)'
const DAYS = `(${DAY}(?:\\s{0,4}(?:,\\s{0,4}and|,|and|to|or|through|&|-|–|—)\\s{0,4}${DAY}){0,8})`
const YEAR = '(?:,?\\s{1,4}(?:of\\s{1,4})?(\\d{4})(?![\\d%])|\\s{0,4}\\((\\d{4})\\))'

const DAY_FIRST = new RegExp(`\\b${DAYS}\\s{1,4}(?:of\\s{1,4})?${MONTH}${YEAR}?`, 'g')
const MONTH_FIRST = new RegExp(`\\b${MONTH}\\s{1,4}(?:the\\s{1,4})?${DAYS}${YEAR}?`, 'g')
const NUMERIC = /\b(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?![\d.]\d|\d)/g
const QUARTER =
  /\b(?:Q([1-4])|(first|second|third|fourth|last|1st|2nd|3rd|4th)[ -]quarter)(?:(?:\s{1,4}of|,)?\s{1,4}(\d{4})\b)?/gi
const HALF = /\b(?:H([12])|(first|second|latter) half)(?:(?:\s{1,4}of|,)?\s+(?:the\s+year\s+)?(\d{4})\b)?/gi
const MONTH_OF_YEAR = new RegExp(`\\b${MONTH}(?:\\s{1,4}of|,)?\\s{1,4}(\\d{4})(?![\\d%])`, 'g')
const MONTHS_OF_YEAR = new RegExp(
  `\\b${MONTH}\\s{1,4}(?:and|to|or)\\s{1,4}${MONTH}(?:\\s{1,4}of|,)?\\s{1,4}(\\d{4})(?!\\d)`,
  'g',
)
const MONTH_ALONE = new RegExp(`\\b${MONTH}`, 'g')
const TIME_WORD =
  /(?:^|[\s-])(?:in|since|until|till|by|of|from|to|through|late|early|mid|before|after|between|during|last|this|next|and)[\s-]+$/i

const ORDER: Readonly<Record<string, number>> = {
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  last: 4,
  latter: 2,
}

/** December 29, 2020; 29 December 2020; Dec. 29; December 16 to 18; December 2020; May; Q4 2020; first half of 2021. */
export function takeEnglishDates(scan: FactScan): void {
  scan.take(DAY_FIRST, ([, days, month, year, bracketed]) => datesOf(month, days, year ?? bracketed))
  scan.take(MONTH_FIRST, ([, month, days, year, bracketed]) => datesOf(month, days, year ?? bracketed))
  scan.take(NUMERIC, ([, year, , month, day]) => {
    const date = aDate({ year: Number(year), month: Number(month), day: Number(day) })
    return Number(month) <= 12 && Number(day) <= 31 ? [date] : null
  })
  scan.take(QUARTER, ([, digit, word, year]) => partOf('Q', digit, word, year))
  scan.take(HALF, ([, digit, word, year]) => {
    // Without a year, the first half may be of a match.
    const [date] = partOf('H', digit, word, year)
    return date ? [year === undefined ? { ...date, strength: 'faint' } : date] : []
  })
  scan.take(MONTHS_OF_YEAR, ([, first, last, year]) =>
    [first, last].map((month) => aDate({ year: Number(year), month: monthOf(month) })),
  )
  scan.take(MONTH_OF_YEAR, ([, month, year]) => [aDate({ year: Number(year), month: monthOf(month) })])
  scan.take(MONTH_ALONE, ([, month = ''], before) => {
    const isTime = TIME_WORD.test(before)
    // May and March are verbs as well, where nothing before them speaks of time.
    if (!isTime && /^Mar|^May$/.test(month)) return null
    return [aDate({ month: monthOf(month), strength: isTime ? 'firm' : 'faint' })]
  })
}

function datesOf(
  month: string | undefined,
  days: string | undefined,
  year: string | undefined,
): DateContent[] | null {
  const dates = (days?.match(/\d+/g) ?? []).map((day) =>
    aDate({ year: year === undefined ? null : Number(year), month: monthOf(month), day: Number(day) }),
  )
  return dates.every(({ day }) => day !== null && day >= 1 && day <= 31) ? dates : null
}

function partOf(
  letter: string,
  digit: string | undefined,
  word: string | undefined,
  year: string | undefined,
): DateContent[] {
  const number = digit ?? (word === undefined ? '' : (ORDER[word.toLowerCase()] ?? word.charAt(0)))
  return [aDate({ part: `${letter}${number}`, year: year === undefined ? null : Number(year) })]
}

function monthOf(name: string | undefined): number {
  return NAMES.indexOf((name ?? '').slice(0, 3).toLowerCase()) + 1
}
