import { plainText } from '../text/tidy-spans'
import type { Half } from './outline'

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const MONTH = '(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?'
const MONTH_FIRST = new RegExp(`\\b${MONTH}\\s+(\\d{1,2})(?!\\d)`, 'giu')
const DAY_FIRST = new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)?\\s+${MONTH}`, 'giu')
const CHINESE_DATE = /(\d{1,2})月(\d{1,2})日/gu
const NUMBER = /\d[\d,]*(?:\.\d+)?/gu
const YEAR = /^(?:19|20)\d\d$/u
const NAME = /\b\p{Lu}{3,}\b/gu

/** Facts that a translation keeps: dates, and other numbers and acronyms. A year alone says too little. */
type Facts = { dates: Set<string>; others: Set<string> }

function factsOf(half: Half): Facts {
  const text = [half.title ?? '', ...half.paragraphs.map(plainText)].join('\n').slice(0, 4000)
  const facts: Facts = { dates: new Set(), others: new Set() }
  const month = (name: string | undefined): number =>
    MONTHS.indexOf((name ?? '').slice(0, 3).toLowerCase()) + 1
  for (const [, name, day] of text.matchAll(MONTH_FIRST)) facts.dates.add(`${month(name)}-${Number(day)}`)
  for (const [, day, name] of text.matchAll(DAY_FIRST)) facts.dates.add(`${month(name)}-${Number(day)}`)
  for (const [, number, day] of text.matchAll(CHINESE_DATE))
    facts.dates.add(`${Number(number)}-${Number(day)}`)
  for (const [number] of text.matchAll(NUMBER)) {
    const digits = number.replace(/,/gu, '')
    if (digits.length > 2 && !YEAR.test(digits)) facts.others.add(digits)
  }
  for (const [name] of text.matchAll(NAME)) facts.others.add(name)
  return facts
}

/** Whether two halves tell the same facts; null where they have too few to tell. */
export function factsAgree(a: Half, b: Half): boolean | null {
  const [first, second] = [factsOf(a), factsOf(b)]
  const dates = shareOf(first.dates, second.dates)
  const others = shareOf(first.others, second.others)
  const shared = dates.shared + others.shared
  const most = dates.most + others.most
  if (most === 0) return null
  if (shared * 2 >= most) return true
  return shared === 0 && (dates.most > 0 || most > 2) ? false : null
}

/** How much two sets share, of what they could. */
function shareOf(a: ReadonlySet<string>, b: ReadonlySet<string>): { shared: number; most: number } {
  let shared = 0
  for (const fact of a) if (b.has(fact)) shared += 1
  return { shared, most: Math.min(a.size, b.size) }
}
