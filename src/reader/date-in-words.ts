import type { Words } from './words'

/** `2021-01` as the reader's language writes it. */
export function monthInWords(month: string, words: Words): string {
  return words.month(Number(month.slice(0, 4)), Number(month.slice(5, 7)))
}

/** The day of an issue, or its month where the masthead names no day; empty for a draft that names neither. */
export function dateInWords(
  { date, month }: { date: string | null; month: string | null },
  words: Words,
): string {
  if (date === null) return month === null ? '' : monthInWords(month, words)
  return words.date(Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8, 10)))
}
