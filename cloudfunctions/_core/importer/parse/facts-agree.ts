import { plainText } from '../text/tidy-spans'
import type { Half } from './outline'

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const ENGLISH_DATE = /\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+(\d{1,2})\b/giu
const CHINESE_DATE = /(\d{1,2})月(\d{1,2})日/gu
const NUMBER = /\d[\d,]*(?:\.\d+)?/gu
const NAME = /\b\p{Lu}{3,}\b/gu

/** Facts that a translation keeps: dates, numbers, acronyms. */
function factsOf(half: Half): Set<string> {
  const text = [half.title ?? '', ...half.paragraphs.map(plainText)].join('\n').slice(0, 4000)
  const facts = new Set<string>()
  for (const [, month, day] of text.matchAll(ENGLISH_DATE))
    facts.add(`${MONTHS.indexOf((month ?? '').slice(0, 3).toLowerCase()) + 1}-${Number(day)}`)
  for (const [, month, day] of text.matchAll(CHINESE_DATE)) facts.add(`${Number(month)}-${Number(day)}`)
  for (const [number] of text.matchAll(NUMBER)) {
    const digits = number.replace(/,/gu, '')
    if (digits.length > 2) facts.add(digits)
  }
  for (const [name] of text.matchAll(NAME)) facts.add(name)
  return facts
}

/** Whether two halves tell the same facts; null where one has too few to tell. */
export function factsAgree(a: Half, b: Half): boolean | null {
  const [first, second] = [factsOf(a), factsOf(b)]
  const [few, many] = first.size < second.size ? [first, second] : [second, first]
  if (few.size < 2) return null
  let shared = 0
  for (const fact of few) if (many.has(fact)) shared += 1
  if (shared * 2 >= few.size) return true
  return shared === 0 ? false : null
}
