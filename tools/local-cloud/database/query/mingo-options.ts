import { Context } from 'mingo/core'
import * as accumulators from 'mingo/operators/accumulator'
import * as expressions from 'mingo/operators/expression'
import * as stages from 'mingo/operators/pipeline'
import * as mingoQueryOperators from 'mingo/operators/query'
import type { Options } from 'mingo/types'
import { accumulatorOperators } from '../aggregate/accumulator-operators'
import { expressionOperators } from '../aggregate/expression-operators'
import { stageOperators } from '../aggregate/stage-operators'
import { queryOperators } from './query-operators'

/** Code is never run, nothing in an aggregation writes, and of what is not kept nothing is made. */
const REFUSED = [
  '$where',
  '$function',
  '$accumulator',
  '$out',
  '$merge',
  '$jsonSchema',
  '$toDecimal',
] as const

function without<T extends object>(operators: T): T {
  const kept = Object.entries(operators).filter(([name]) => !REFUSED.some((refused) => refused === name))
  return Object.fromEntries(kept) as T
}

/** The operators that there are: mingo's, and ours where MongoDB's do something else. */
export const MINGO_OPTIONS: Partial<Options> = {
  scriptEnabled: false,
  context: Context.init({
    query: without({ ...mingoQueryOperators, ...queryOperators }),
    expression: without({ ...expressions, ...expressionOperators }),
    accumulator: without({ ...accumulators, ...accumulatorOperators }),
    pipeline: without({ ...stages, ...stageOperators }),
  }),
}
