const DAY = 86_400_000

/** The parts of a date in UTC, by the names of MongoDB's expressions. */
export const dateParts = {
  year: (date: Date) => date.getUTCFullYear(),
  month: (date: Date) => date.getUTCMonth() + 1,
  dayOfMonth: (date: Date) => date.getUTCDate(),
  hour: (date: Date) => date.getUTCHours(),
  minute: (date: Date) => date.getUTCMinutes(),
  second: (date: Date) => date.getUTCSeconds(),
  millisecond: (date: Date) => date.getUTCMilliseconds(),
  /** Sunday is 1. */
  dayOfWeek: (date: Date) => date.getUTCDay() + 1,
  /** Monday is 1. */
  isoDayOfWeek: (date: Date) => date.getUTCDay() || 7,
  dayOfYear,
  /** Weeks begin on Sunday; the days before the first one are in week 0. */
  week: (date: Date) => Math.floor((dayOfYear(date) + 6 - date.getUTCDay()) / 7),
  isoWeek: (date: Date) => Math.floor((dayOfYear(thursdayOf(date)) + 6) / 7),
  /** The year that most of the week's days are in. */
  isoWeekYear: (date: Date) => thursdayOf(date).getUTCFullYear(),
}

function dayOfYear(date: Date): number {
  const first = new Date(date)
  first.setUTCMonth(0, 1)
  return Math.round((date.getTime() - first.getTime()) / DAY) + 1
}

/** Of the same week, which decides in which year that is. */
function thursdayOf(date: Date): Date {
  return new Date(date.getTime() + (4 - (date.getUTCDay() || 7)) * DAY)
}

/** The Monday that begins a week of the ISO's. */
export function isoWeekStart(year: number, week: number): Date {
  const inFirst = new Date(0)
  inFirst.setUTCFullYear(year, 0, 4)
  return new Date(inFirst.getTime() + ((week - 1) * 7 + 1 - (inFirst.getUTCDay() || 7)) * DAY)
}
