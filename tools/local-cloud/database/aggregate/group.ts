import { evalExpr, OpType } from 'mingo/core'
import { type Iterator, Lazy } from 'mingo/lazy'
import type { Any, AnyObject, Options } from 'mingo/types'
import { isObject } from '../ejson'
import { equalityKey } from '../values/equality-key'
import { refusal } from './evaluate'

/** Documents whose ids MongoDB calls equal; one that is not there is null. */
export function group(documents: Iterator, expression: AnyObject, options: Options): Iterator {
  const { _id: id, ...output } = expression
  if (id === undefined) throw refusal('a group specification must include an _id')
  const accumulate = createAccumulation(output, options)
  return documents.transform((list) => {
    const groups = new Map<string, { id: Any; members: AnyObject[] }>()
    for (const document of list as AnyObject[]) {
      const value = evalExpr(document, id, options) ?? null
      const key = equalityKey(value)
      const known = groups.get(key)
      if (known) known.members.push(document)
      else groups.set(key, { id: value, members: [document] })
    }
    return Lazy([...groups.values()].map(({ id: _id, members }) => ({ _id, ...accumulate(members) })))
  })
}

/** What is made of the documents of one group. */
export function createAccumulation(
  output: AnyObject,
  options: Options,
): (documents: AnyObject[]) => AnyObject {
  const fields = Object.entries(output).map(([field, wanted]) => {
    const [[name, operand] = ['', null], ...more] = isObject(wanted) ? Object.entries(wanted) : []
    if (!name.startsWith('$') || more.length > 0)
      throw refusal(`The field '${field}' must be an accumulator object`)
    const accumulator = options.context.getOperator(OpType.ACCUMULATOR, name)
    if (!accumulator) throw refusal(`unknown group operator '${name}'`)
    return { field, of: (documents: AnyObject[]) => accumulator(documents, operand, options) ?? null }
  })
  return (documents) => Object.fromEntries(fields.map(({ field, of }) => [field, of(documents)]))
}
