import { $dayOfWeek, $dayOfYear, $isoWeek, $month, $year } from 'mingo/operators/expression/date'
import type { Operator } from './expression-operators'

/** Weeks begin on Sunday; the days before the first one are in week 0. */
export const week: Operator = (document, expression, options) => {
  const day = $dayOfYear(document, expression, options)
  return isNumber(day) ? Math.floor((day + 7 - Number($dayOfWeek(document, expression, options))) / 7) : null
}

/** The year that most of the week's days are in. */
export const isoWeekYear: Operator = (document, expression, options) => {
  const year = $year(document, expression, options)
  if (!isNumber(year)) return null
  const [month, isoWeek] = [$month, $isoWeek].map((operator) =>
    Number(operator(document, expression, options)),
  )
  if (month === 1 && Number(isoWeek) > 51) return year - 1
  return month === 12 && isoWeek === 1 ? year + 1 : year
}

const isNumber = (value: unknown): value is number => typeof value === 'number'
