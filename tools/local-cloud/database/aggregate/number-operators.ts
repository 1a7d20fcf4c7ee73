import { $trunc } from 'mingo/operators/expression/arithmetic'
import { evaluate, isMissing, type Operator, refusal } from './evaluate'

const trunc: Operator = (document, expression, options) =>
  $trunc(document, Array.isArray(expression) ? [expression[0], expression[1] ?? 0] : [expression, 0], options)

/** What MongoDB refuses, where JavaScript has an infinite number or none. */
export const numberOperators = {
  $trunc: trunc,
  $mod: ofNumbers('$mod', 2, (one, other) => {
    if (other === 0) throw refusal("can't $mod by zero")
    return one % other
  }),
  $ln: ofNumbers('$ln', 1, (value) => Math.log(positive('$ln', value))),
  $log10: ofNumbers('$log10', 1, (value) => Math.log10(positive('$log10', value))),
  $log: ofNumbers('$log', 2, (value, base) => {
    if (base <= 0 || base === 1) throw refusal("$log's base must be a positive number not equal to 1")
    return Math.log10(positive('$log', value)) / Math.log10(base)
  }),
}

function positive(name: string, value: number): number {
  if (value <= 0) throw refusal(`${name}'s argument must be a positive number, but is ${value}`)
  return value
}

function ofNumbers(name: string, count: number, compute: (...values: [number, number]) => number): Operator {
  return (document, expression, options) => {
    const [one, other = 0] = evaluate(name, [count, count], document, expression, options)
    if (isMissing(one) || isMissing(other)) return null
    if (typeof one !== 'number' || typeof other !== 'number')
      throw refusal(`${name} only supports numeric types`)
    return compute(one, other)
  }
}
