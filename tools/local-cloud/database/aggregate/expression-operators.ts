import { evalExpr } from 'mingo/core'
import { $range } from 'mingo/operators/expression/array'
import type { Any, AnyObject, Options } from 'mingo/types'
import { CloudError } from '../../cloud-error'
import { compareValues } from '../values/compare-values'

type Operator = (document: AnyObject, expression: Any, options: Options) => Any

/** MongoDB gives up at 100 MB. */
const MAX_RANGE = 1_000_000

/** What MongoDB's expressions do where mingo's do something else, or nothing. */
export const expressionOperators = {
  $eq: comparison('$eq', (difference) => difference === 0),
  $ne: comparison('$ne', (difference) => difference !== 0),
  $gt: comparison('$gt', (difference) => difference > 0),
  $gte: comparison('$gte', (difference) => difference >= 0),
  $lt: comparison('$lt', (difference) => difference < 0),
  $lte: comparison('$lte', (difference) => difference <= 0),
  $cmp: comparison('$cmp', Math.sign),
  $range: (document, expression, options) => {
    const values = evaluate('$range', [2, 3], document, expression, options)
    const [start = 0, end = 0, step = 1] = values.map(Number)
    if (Math.abs((end - start) / step) > MAX_RANGE) throw refusal('$range would use too much memory')
    return $range(document, values, options)
  },
  $indexOfCP: (document, expression, options) => {
    const values = evaluate('$indexOfCP', [2, 4], document, expression, options)
    const [text, wanted, start = 0, end = Number.POSITIVE_INFINITY] = values
    if (text === null || text === undefined) return null
    if (typeof text !== 'string' || typeof wanted !== 'string')
      throw refusal('$indexOfCP requires strings as its first two arguments')
    const characters = [...text]
    const from = Number(start)
    const at = characters
      .slice(0, Number(end))
      .join('')
      .indexOf(wanted, characters.slice(0, from).join('').length)
    return at === -1 || from > characters.length ? -1 : [...text.slice(0, at)].length
  },
} satisfies Record<`$${string}`, Operator>

/** Values of all types, missing ones too, have one order in an expression. */
function comparison(name: string, judge: (difference: number) => Any): Operator {
  return (document, expression, options) => {
    const [one, other] = evaluate(name, [2, 2], document, expression, options)
    return judge(compareValues(one, other))
  }
}

function evaluate(
  name: string,
  [least, most]: readonly [number, number],
  document: AnyObject,
  expression: Any,
  options: Options,
): Any[] {
  if (!Array.isArray(expression) || expression.length < least || expression.length > most)
    throw refusal(
      `Expression ${name} takes ${least === most ? `exactly ${least}` : `${least} to ${most}`} arguments.`,
    )
  return evalExpr(document, expression, options) as Any[]
}

const refusal = (message: string) => new CloudError('DATABASE_REQUEST_FAILED', message)
