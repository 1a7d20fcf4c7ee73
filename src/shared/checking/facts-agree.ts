import { isCurrency, isSameCurrency } from './currencies'
import type { DateContent, Fact, NumberContent, Quantity, TimeContent } from './fact'

/** Whether one of the facts of the other language says the same. */
export function isSaidIn(fact: Fact, others: readonly Fact[]): boolean {
  const kept = others.filter((other) => isKeptBy(fact, other))
  if (kept.length === 0) return false
  if (fact.kind !== 'date' || fact.year === null || fact.month === null) return true
  // A date without its year says nothing where the same day stands there with another year.
  const { month, day, year } = fact
  const dated = others.filter(
    (other) => other.kind === 'date' && other.year !== null && other.month === month && other.day === day,
  )
  return dated.length === 0 || dated.some((other) => other.kind === 'date' && other.year === year)
}

/** Whether `other` says in its language all that `fact` says: a date may leave out its year, but not its day. */
export function isKeptBy(fact: Fact, other: Fact): boolean {
  if (fact.kind === 'date' && other.kind === 'date') return dateIsKept(fact, other)
  if (fact.kind === 'time' && other.kind === 'time') return timeIsKept(fact, other)
  if (fact.kind === 'number' && other.kind === 'number') return isSameNumber(fact, other)
  if (fact.kind === 'date' && other.kind === 'number') return dateIsNumber(fact, other)
  if (fact.kind === 'number' && other.kind === 'date') return dateIsNumber(other, fact)
  return false
}

function dateIsKept(fact: DateContent, other: DateContent): boolean {
  const isYearAlone = fact.month === null && fact.part === null
  if (fact.year !== null && other.year !== fact.year && (isYearAlone || other.year !== null)) return false
  if (fact.month !== null && other.month !== fact.month) return false
  if (fact.day !== null && other.day !== fact.day) return false
  return fact.part === null || other.part === fact.part
}

function timeIsKept(fact: TimeContent, other: TimeContent): boolean {
  return fact.minute === other.minute && fact.hours.some((hour) => other.hours.includes(hour))
}

/** 2,021 may be a year, and 20日 the 20th of a month named before. */
function dateIsNumber(date: DateContent, number: NumberContent): boolean {
  if (date.part !== null) return false
  if (date.month === null)
    return number.quantities.some(({ value, unit }) => unit === null && value === date.year)
  return date.day !== null && date.day === number.day
}

/** Of two lengths of time the figures alone say nothing: three years are not three months. */
function isSameNumber(one: NumberContent, other: NumberContent): boolean {
  const [ours, theirs] = [lengthsOf(one), lengthsOf(other)]
  const [quantities, others] =
    ours.length > 0 && theirs.length > 0 ? [ours, theirs] : [one.quantities, other.quantities]
  return quantities.some((each) => others.some((quantity) => isSameQuantity(each, quantity)))
}

function lengthsOf({ quantities }: NumberContent): Quantity[] {
  return quantities.filter(({ unit }) => unit === 'month' || unit === 'hour')
}

function isSameQuantity(one: Quantity, two: Quantity): boolean {
  if (Number.isNaN(one.value) ? !Number.isNaN(two.value) : one.value !== two.value) return false
  if (one.unit === two.unit) return true
  if (one.unit === null) return isCurrency(two.unit)
  return two.unit === null ? isCurrency(one.unit) : isSameCurrency(one.unit, two.unit)
}
