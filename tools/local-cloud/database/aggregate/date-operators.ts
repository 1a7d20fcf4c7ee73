import { evalExpr } from 'mingo/core'
import {
  $dayOfMonth,
  $dayOfWeek,
  $dayOfYear,
  $hour,
  $isoDayOfWeek,
  $isoWeek,
  $millisecond,
  $minute,
  $month,
  $second,
  $year,
} from 'mingo/operators/expression/date'
import type { Any, AnyObject, Options } from 'mingo/types'
import { isObject } from '../ejson'
import { isMissing, type Operator, refusal } from './evaluate'

type Part = (date: AnyObject, expression: Any, options: Options) => Any

/** Weeks begin on Sunday; the days before the first one are in week 0. */
const week: Part = (document, date, options) => {
  const [day, weekday] = [$dayOfYear, $dayOfWeek].map((part) => Number(part(document, date, options)))
  return Math.floor((Number(day) + 7 - Number(weekday)) / 7)
}

/** The year that most of the week's days are in. */
const isoWeekYear: Part = (document, date, options) => {
  const [year = 0, month, isoWeek] = [$year, $month, $isoWeek].map((part) =>
    Number(part(document, date, options)),
  )
  if (month === 1 && Number(isoWeek) > 51) return year - 1
  return month === 12 && isoWeek === 1 ? year + 1 : year
}

/** The parts of a date, which of none are null. */
export const dateOperators = {
  $dayOfMonth: partOf('$dayOfMonth', $dayOfMonth),
  $dayOfWeek: partOf('$dayOfWeek', $dayOfWeek),
  $dayOfYear: partOf('$dayOfYear', $dayOfYear),
  $hour: partOf('$hour', $hour),
  $isoDayOfWeek: partOf('$isoDayOfWeek', $isoDayOfWeek),
  $isoWeek: partOf('$isoWeek', $isoWeek),
  $isoWeekYear: partOf('$isoWeekYear', isoWeekYear),
  $millisecond: partOf('$millisecond', $millisecond),
  $minute: partOf('$minute', $minute),
  $month: partOf('$month', $month),
  $second: partOf('$second', $second),
  $week: partOf('$week', week),
  $year: partOf('$year', $year),
}

function partOf(name: string, part: Part): Operator {
  return (document, expression, options) => {
    const given = Array.isArray(expression) && expression.length === 1 ? expression[0] : expression
    const isSplit = isObject(given) && 'date' in given
    const date = evalExpr(document, isSplit ? given.date : given, options)
    const timezone = isSplit ? evalExpr(document, given.timezone, options) : undefined
    if (isMissing(date) || timezone === null) return null
    if (!(date instanceof Date)) throw refusal(`${name} requires a date, but was given a ${typeof date}`)
    return part(document, { date, timezone }, options)
  }
}
