import { languagesOf, type ReadingMode } from './reading'

/** Whole minutes that reading takes in a mode; at least one, since nobody reads in no time. */
export function readingMinutes(minutes: { zh: number; en: number }, mode: ReadingMode): number {
  return Math.max(
    1,
    languagesOf(mode).reduce((sum, language) => sum + minutes[language], 0),
  )
}
