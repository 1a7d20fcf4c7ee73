import { evalExpr } from 'mingo/core'
import type { Any, AnyObject, Options } from 'mingo/types'
import { CloudError } from '../../cloud-error'

export type Operator = (document: AnyObject, expression: Any, options: Options) => Any

/** The values of an operator's arguments, of which it takes so many. */
export function evaluate(
  name: string,
  [least, most]: readonly [number, number],
  document: AnyObject,
  expression: Any,
  options: Options,
): Any[] {
  const given = Array.isArray(expression) ? expression : [expression]
  if (given.length < least || given.length > most)
    throw refusal(
      `Expression ${name} takes ${least === most ? `exactly ${least}` : `${least} to ${most}`} arguments.`,
    )
  return evalExpr(document, given, options) as Any[]
}

export const isMissing = (value: unknown): value is null | undefined => value === null || value === undefined

export const refusal = (message: string): CloudError => new CloudError('DATABASE_REQUEST_FAILED', message)
