import { Aggregator } from 'mingo/aggregator'
import { evalExpr } from 'mingo/core'
import type { Iterator } from 'mingo/lazy'
import type { AnyObject, Options } from 'mingo/types'
import type { Fields } from '../ejson'
import { isObject } from '../ejson'
import { countValues } from '../memory-limit'
import { equalityKey } from '../values/equality-key'
import { valuesAt } from '../values/values-at'
import { refusal } from './evaluate'

/** Joins another collection by equal fields, by a pipeline of its own, or by both: then the pipeline has what is equal. */
export function lookup(documents: Iterator, expression: AnyObject, options: Options): Iterator {
  const { from, localField, foreignField, pipeline, as, let: variables = {} } = expression
  if (typeof from !== 'string' || typeof as !== 'string')
    throw refusal('$lookup needs the names of a collection (from) and of a field (as).')
  if ((localField === undefined) !== (foreignField === undefined) || (!localField && !pipeline))
    throw refusal('$lookup requires localField and foreignField, or a pipeline.')
  if (pipeline !== undefined && !Array.isArray(pipeline)) throw refusal("$lookup's pipeline must be a list.")
  const foreign = (options.collectionResolver?.(from) ?? []) as Fields[]
  const equal = localField === undefined ? () => foreign : joinByField(foreign, String(foreignField))
  return documents.map<AnyObject, AnyObject>((document) => {
    const met = equal(document, String(localField))
    const joined = pipeline ? run(document, met) : met
    countValues(joined.length)
    return setAt(document, as.split('.'), joined)
  })

  function run(document: AnyObject, met: Fields[]): Fields[] {
    const bound = evalExpr(document, variables, options) as AnyObject
    return new Aggregator(
      pipeline as AnyObject[],
      {
        context: options.context,
        collectionResolver: options.collectionResolver,
        scriptEnabled: false,
        variables: { ...options.variables, ...bound },
      } as Options,
    ).run<Fields>(met)
  }
}

/** A field that is not there is null; an array is met by each of its elements, and whole. */
function joinByField(foreign: readonly Fields[], field: string) {
  const byValue = new Map<string, Fields[]>()
  for (const document of foreign)
    for (const key of new Set(valuesMet(document, field).map(equalityKey))) {
      const known = byValue.get(key)
      if (known) known.push(document)
      else byValue.set(key, [document])
    }
  const places = new Map(foreign.map((document, at) => [document, at]))
  const placeOf = (document: Fields) => places.get(document) ?? 0
  return (document: AnyObject, localField: string): Fields[] => {
    const found = new Set(
      valuesOf(document, localField).flatMap((value) => byValue.get(equalityKey(value)) ?? []),
    )
    return [...found].sort((one, other) => placeOf(one) - placeOf(other))
  }
}

function valuesMet(document: Fields, field: string): unknown[] {
  return valuesAt(document, field).flatMap((value) =>
    Array.isArray(value) ? [value, ...value] : (value ?? null),
  )
}

function valuesOf(document: Fields, field: string): unknown[] {
  return valuesAt(document, field).flatMap((value) => (Array.isArray(value) ? value : (value ?? null)))
}

function setAt(document: Fields, [name = '', ...rest]: readonly string[], value: unknown): Fields {
  const inner = document[name]
  return { ...document, [name]: rest.length === 0 ? value : setAt(isObject(inner) ? inner : {}, rest, value) }
}
