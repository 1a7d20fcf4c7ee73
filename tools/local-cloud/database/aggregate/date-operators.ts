import { evalExpr } from 'mingo/core'
import { $dateFromString } from 'mingo/operators/expression/date'
import type { Any, AnyObject, Options } from 'mingo/types'
import { isObject } from '../ejson'
import { dateParts, isoWeekStart } from './date-parts'
import { isMissing, type Operator, refusal } from './evaluate'
import { formatDate } from './format-date'
import { fromLocal, toLocal } from './time-zone'

const dateToString: Operator = (document, expression, options) => {
  const given = argumentsOf('$dateToString', document, expression, options)
  if (isMissing(given.date)) return given.onNull ?? null
  if (given.format === null || given.timezone === null) return null
  return formatDate(assertDate('$dateToString', given.date), given.format, given.timezone)
}

/** mingo gives nothing for a text that is no date, which MongoDB refuses where `onError` says nothing. */
const dateFromString: Operator = (document, expression, options) => {
  const given = argumentsOf('$dateFromString', document, expression, options)
  if (isMissing(given.dateString)) return given.onNull ?? null
  const date = $dateFromString(document, expression as never, options)
  if (date !== undefined || 'onError' in given) return date
  throw refusal(`Error parsing date string '${String(given.dateString).slice(0, 100)}'`)
}

const PARTS = { month: 1, day: 1, hour: 0, minute: 0, second: 0, millisecond: 0 }
const ISO_PARTS = { isoWeek: 1, isoDayOfWeek: 1, hour: 0, minute: 0, second: 0, millisecond: 0 }

/** A part beyond its range carries over into the next larger one. */
const dateFromParts: Operator = (document, expression, options) => {
  const { timezone, ...given } = argumentsOf('$dateFromParts', document, expression, options)
  const isIso = 'isoWeekYear' in given
  if (!isIso && !('year' in given)) throw refusal("$dateFromParts requires either 'year' or 'isoWeekYear'")
  const parts: AnyObject = { ...(isIso ? ISO_PARTS : PARTS), ...given }
  if (timezone === null || Object.values(parts).some(isMissing)) return null
  const part = (name: string): number => {
    const value = parts[name]
    if (!Number.isInteger(value)) throw refusal(`'${name}' must evaluate to an integer`)
    return Number(value)
  }
  const date = isIso ? isoWeekStart(part('isoWeekYear'), part('isoWeek')) : new Date(0)
  if (isIso) date.setUTCDate(date.getUTCDate() + part('isoDayOfWeek') - 1)
  else date.setUTCFullYear(part('year'), part('month') - 1, part('day'))
  date.setUTCHours(part('hour'), part('minute'), part('second'), part('millisecond'))
  return fromLocal(date, timezone)
}

export const dateOperators = {
  $dateToString: dateToString,
  $dateFromString: dateFromString,
  $dateFromParts: dateFromParts,
  ...Object.fromEntries(
    Object.entries(dateParts).map(([name, part]) => [`$${name}`, partOf(`$${name}`, part)]),
  ),
}

/** The part of a date, which of none is null. */
function partOf(name: string, part: (date: Date) => number): Operator {
  return (document, expression, options) => {
    const only = Array.isArray(expression) && expression.length === 1 ? expression[0] : expression
    const isSplit = isObject(only) && 'date' in only
    const date = evalExpr(document, isSplit ? only.date : only, options)
    const timezone = isSplit ? evalExpr(document, only.timezone, options) : undefined
    if (isMissing(date) || timezone === null) return null
    return part(toLocal(assertDate(name, date), timezone))
  }
}

function argumentsOf(name: string, document: AnyObject, expression: Any, options: Options): AnyObject {
  if (!isObject(expression)) throw refusal(`${name} only supports an object as its argument`)
  return evalExpr(document, expression, options) as AnyObject
}

function assertDate(name: string, value: unknown): Date {
  if (value instanceof Date) return value
  throw refusal(`${name} requires a date, but was given a ${typeof value}`)
}
