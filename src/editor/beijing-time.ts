import type { Words } from '#reader/words'

/** ms. China has had one time zone and no summer time since 1991; some phones have no `Intl` to ask. */
const OFFSET = 8 * 3_600_000
const DAY = 24 * 3_600_000

/** `2026-12-03` and `09:00`, as a clock in Beijing shows a moment. */
export function beijingClock(moment: number): { day: string; time: string } {
  const shown = new Date(moment + OFFSET).toISOString()
  return { day: shown.slice(0, 10), time: shown.slice(11, 16) }
}

/** The moment, in ISO 8601 and UTC, at which a clock in Beijing shows this. */
export function momentAt(day: string, time: string): string {
  return new Date(Date.parse(`${day}T${time}:00.000Z`) - OFFSET).toISOString()
}

/** Today in Beijing, and the days after it. */
export function beijingDays(now: number, count: number): string[] {
  return Array.from({ length: count }, (_, index) => beijingClock(now + index * DAY).day)
}

/** What was typed, as `09:00`: also `9:00`, `0900`, `9：00` and `9点`; null where it is no time of day. */
export function timeOfDay(typed: string): string | null {
  const parts = /^(\d{1,2})(?:[:：.点时](\d{2})?分?|(\d{2}))?$/u.exec(typed.replace(/\s/gu, ''))
  if (!parts) return null
  const [hour, minute] = [Number(parts[1]), Number(parts[2] ?? parts[3] ?? 0)]
  if (hour > 23 || minute > 59) return null
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}

/** A day as the interface's language writes it. */
export function dayInWords(day: string, words: Words): string {
  return words.date(Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10)))
}

/** Day and time in Beijing. */
export function momentInWords(iso: string, words: Words): string {
  const { day, time } = beijingClock(Date.parse(iso))
  return `${dayInWords(day, words)} ${time}`
}
