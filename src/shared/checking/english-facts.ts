import { ENGLISH_CURRENCY, englishCurrency } from './currencies'
import { aDuration } from './duration'
import { takeEnglishDates } from './english-dates'
import { ENGLISH_NUMBER, ENGLISH_ORDINAL, englishNumber, englishOrdinal } from './english-number'
import { aDate, aNumber, type Fact, type FactContent, type Strength } from './fact'
import { FactScan } from './fact-scan'
import { takeCodes } from './take-codes'
import { takePrefixedAmounts } from './take-prefixed-amounts'
import { takeEnglishTimes } from './take-times'

const NUMBER = ENGLISH_NUMBER
const IDIOM =
  /\b(?:24\/7|9\/11|50[/-]50|one another|one-to-one|zero[ -]days?|double (?:11|eleven|12|twelve)|3[.·/]15(?= (?:gala|evening|party))|third[ -](?:part(?:y|ies)|countr(?:y|ies)))\b/gi
const PERCENT = new RegExp(`\\b(${NUMBER})(?:\\s?%|[\\s-]?per ?cent\\b|[\\s-]percentage points?\\b)`, 'gi')
const FRACTION = new RegExp(
  `\\b(${NUMBER}|a)[\\s-](half|thirds?|quarters?|fourths?|fifths?|tenths?)\\b`,
  'gi',
)
const AMOUNT = new RegExp(`\\b(${NUMBER})\\s(?:${ENGLISH_CURRENCY})(?![A-Za-z])`, 'gi')
const VERSION = /\d{1,6}(?:\.\d{1,6}){2,5}/g
const ROMAN = /\b(?=[IVXL])(X{0,4}(?:IX|IV|V?I{0,3}))\b/g
const FIGURE_ORDINAL = /\b(\d+)(?:st|nd|rd|th)\b/gi
const WORD_ORDINAL = new RegExp(`\\b(?:${ENGLISH_ORDINAL})\\b`, 'gi')
const BRACKETED = /\((\d{1,3})\)/g
const LENGTH = new RegExp(
  `\\b(${NUMBER}|an?)(?:[\\s-](?:more|full|consecutive|calendar|working|business|additional))?[\\s-](years?|months?|weeks?|days?|hours?|decades?)\\b`,
  'gi',
)
const HALF_YEAR = /\bhalf(?: a |-)year\b/gi
const AND_A_HALF = new RegExp(`\\b(?:(${NUMBER}) and a half years|(?:a|one) year and a half)\\b`, 'gi')
const FOLD = new RegExp(`\\b(${NUMBER})-?fold\\b`, 'gi')
const DOZEN = /\b(?:(a|one|two|three)\s)?(dozens?)\b/gi
const PAIR = /\b(?:both|double[ds]?|doubling|twice|twofold|couple|pair|dual|bilateral|two-way|either)\b/gi
const TRIPLE = /\b(?:triple[ds]?|tripling|trio|threefold)\b/gi
const PLAIN = new RegExp(`\\b(${NUMBER})(?![\\d%])`, 'gi')

/** What of an English text a translation has to keep: dates, times, amounts and other numbers. */
export function englishFacts(text: string): Fact[] {
  const scan = new FactScan(text)
  scan.take(IDIOM, () => [])
  takePrefixedAmounts(scan)
  takeEnglishTimes(scan)
  takeEnglishDates(scan)
  takeCodes(scan)
  takeShares(scan)
  takeOrdinals(scan)
  takeLengths(scan)
  scan.take(DOZEN, ([, count, word]) => {
    if (word?.toLowerCase() === 'dozens' && !count) return []
    const value = count ? englishNumber(count.replace(/^a$/i, 'one')).value : 1
    // More than a dozen is what Chinese calls more than ten.
    return [12 * value, 10 * value].map((dozen) => aNumber(dozen, { strength: 'faint' }))
  })
  scan.take(PAIR, () => [aNumber(2, { strength: 'faint' })])
  scan.take(TRIPLE, () => [aNumber(3, { strength: 'faint' })])
  scan.take(FOLD, ([, written = '']) => [aNumber(englishNumber(written).value, { strength: 'faint' })])
  scan.take(PLAIN, ([, written = ''], _before, after) => readPlain(written, after))
  return scan.facts()
}

function takeShares(scan: FactScan): void {
  scan.take(PERCENT, ([, written = '']) => [aNumber(englishNumber(written).value, { unit: '%' })])
  scan.take(FRACTION, ([, above = '', below = '']) => {
    const value = englishNumber(above === 'a' || above === 'A' ? 'one' : above).value
    const parts = /^half/i.test(below)
      ? 2
      : /^q|^fo/i.test(below)
        ? 4
        : englishOrdinal(below.replace(/s$/, ''))
    return [aNumber(value / parts, { unit: 'fraction', strength: value > 1 ? 'firm' : 'faint' })]
  })
  scan.take(AMOUNT, ([all = '', written = '']) => {
    const { value, scale } = englishNumber(written)
    return [aNumber(value, { unit: englishCurrency(all.slice(written.length).trim()), scale })]
  })
}

function takeOrdinals(scan: FactScan): void {
  scan.take(VERSION, ([version = '']) => [aNumber(Number.NaN, { unit: version })])
  scan.take(ROMAN, ([roman = '']) =>
    roman === '' ? null : [aNumber(romanValue(roman), { strength: 'faint' })],
  )
  scan.take(FIGURE_ORDINAL, ([, figures]) => [aNumber(Number(figures))])
  scan.take(WORD_ORDINAL, ([written]) => [aNumber(englishOrdinal(written), { strength: 'faint' })])
  scan.take(BRACKETED, ([, figures]) => [aNumber(Number(figures), { strength: 'faint' })])
}

function takeLengths(scan: FactScan): void {
  scan.take(AND_A_HALF, ([, years]) => [
    aNumber((years ? englishNumber(years).value : 1) * 12 + 6, { unit: 'month' }),
  ])
  scan.take(HALF_YEAR, () => [aNumber(6, { unit: 'month', strength: 'faint' })])
  scan.take(LENGTH, ([, written = '', measure = '']) => {
    const value = /^an?$/i.test(written) ? 1 : englishNumber(written).value
    const years = /^(?:19|20)\d\d$/.test(written)
    return years ? null : [aDuration(value, measure)]
  })
}

function readPlain(written: string, after: string): FactContent[] {
  const { value, scale } = englishNumber(written)
  if (/^(?:1[6-9]|20)\d\d$/.test(written)) return [aDate({ year: value })]
  const content = aNumber(value, { strength: strengthOf(written, value), scale })
  // The authority and four others are five.
  if (!/^\s(?:others?|additional|further)\b/.test(after)) return [content]
  return [{ ...content, quantities: [...content.quantities, { value: value + 1, unit: null }] }]
}

function strengthOf(written: string, value: number): Strength {
  if (value < 2) return /\d\.\d/.test(written) ? 'firm' : 'faint'
  return /\d/.test(written) || value > 10 ? 'firm' : 'soft'
}

function romanValue(roman: string): number {
  const values: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50 }
  let sum = 0
  for (let index = 0; index < roman.length; index += 1) {
    const value = values[roman.charAt(index)] ?? 0
    sum += value < (values[roman.charAt(index + 1)] ?? 0) ? -value : value
  }
  return sum
}
