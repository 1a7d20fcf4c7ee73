import { evalExpr } from 'mingo/core'
import type { Any } from 'mingo/types'
import { isObject } from '../ejson'
import { compareValues } from '../values/compare-values'
import { listOperators, mergeAll } from './accumulator-operators'
import { arrayOperators } from './array-operators'
import { dateOperators } from './date-operators'
import { evaluate, isMissing, type Operator, refusal } from './evaluate'
import { numberOperators } from './number-operators'
import { setOperators } from './set-operators'
import { textOperators } from './text-operators'

/** Without a branch that fits and a default, MongoDB refuses. */
const choose: Operator = (document, expression, options) => {
  if (!isObject(expression) || !Array.isArray(expression.branches) || !expression.branches.every(isObject))
    throw refusal("$switch takes an object with 'branches', a list of objects.")
  const branch = expression.branches.find((one) => isTrue(evalExpr(document, one.case, options)))
  if (branch) return evalExpr(document, branch.then, options)
  if ('default' in expression) return evalExpr(document, expression.default, options)
  throw refusal('$switch could not find a matching branch for an input, and no default was specified.')
}

const mergeObjects: Operator = (document, expression, options) => {
  const value = evalExpr(document, expression, options)
  return mergeAll(Array.isArray(value) ? value : [value])
}

/** What MongoDB's expressions do where mingo's do something else, or nothing. */
export const expressionOperators = {
  ...arrayOperators,
  ...dateOperators,
  ...listOperators,
  ...numberOperators,
  ...setOperators,
  ...textOperators,
  $eq: comparison('$eq', (difference) => difference === 0),
  $ne: comparison('$ne', (difference) => difference !== 0),
  $gt: comparison('$gt', (difference) => difference > 0),
  $gte: comparison('$gte', (difference) => difference >= 0),
  $lt: comparison('$lt', (difference) => difference < 0),
  $lte: comparison('$lte', (difference) => difference <= 0),
  $cmp: comparison('$cmp', Math.sign),
  $switch: choose,
  $mergeObjects: mergeObjects,
  $push: onlyInGroup('$push'),
  $addToSet: onlyInGroup('$addToSet'),
}

/** Values of all types, missing ones too, have one order in an expression. */
function comparison(name: string, judge: (difference: number) => Any): Operator {
  return (document, expression, options) => {
    const [one, other] = evaluate(name, [2, 2], document, expression, options)
    return judge(compareValues(one, other))
  }
}

function onlyInGroup(name: string): Operator {
  return () => {
    throw refusal(`Unrecognized expression '${name}'`)
  }
}

/** Null, false and nought are false; every text is true. */
const isTrue = (value: unknown) => !isMissing(value) && value !== false && value !== 0
