import { type Fields, isObject } from '../ejson'
import { mayTakeLong } from '../matcher'
import { asRequest } from '../query/as-request'
import { withinTime } from '../time-limit'
import { areEqual } from '../values/compare-values'
import { arrayOperators } from './array-operators'
import { fieldOperators, type UpdateOperator } from './field-operators'
import { assertRename, rename } from './rename'
import { typeName, updateError } from './update-error'
import { assertNoConflict, assertUpdatePath, placeAt, resolvePositions, type Spend } from './update-path'

const OPERATORS: Record<string, UpdateOperator> = { ...fieldOperators, ...arrayOperators }

/** One change of one field. */
type Change = { operator: string; path: string; operand: unknown }

/**
 * An update of MongoDB's as a function that gives the changed copy of a document. What MongoDB refuses is refused in
 * its words: mingo's own update passes over most of it. `query` is what `$` in a path refers to.
 */
export function createUpdate(modifier: Fields, query: Fields, now: Date): (document: Fields) => Fields {
  const changes = readChanges(modifier)
  assertNoConflict(
    changes.flatMap(({ operator, path, operand }) =>
      operator === '$rename' ? [path, String(operand)] : [path],
    ),
  )
  const update = (document: Fields) => asRequest(() => change(document, changes, query, now))
  return mayTakeLong(modifier) || mayTakeLong(query)
    ? (document) => withinTime('An update', () => update(document))
    : update
}

function readChanges(modifier: Fields): Change[] {
  return Object.entries(modifier).flatMap(([operator, fields]) => {
    if (!Object.hasOwn(OPERATORS, operator) && !STRUCTURAL.has(operator))
      throw updateError(`Unknown modifier: ${operator}. Expected a valid update modifier.`)
    if (!isObject(fields))
      throw updateError(
        `Modifiers operate on fields but we found type ${typeName(fields)} instead. For example: {$mod: {<field>: ...}}`,
      )
    return Object.entries(fields).map(([path, operand]) => {
      assertUpdatePath(path)
      if (operator === '$rename') assertRename(path, operand)
      OPERATORS[operator]?.check?.(operand, path)
      return { operator, path, operand }
    })
  })
}

/** Those that change where fields are; `$setOnInsert` is for what an update never does here. */
const STRUCTURAL = new Set(['$unset', '$rename', '$setOnInsert'])

function change(document: Fields, changes: readonly Change[], query: Fields, now: Date): Fields {
  const spend = limitedRoom()
  const copy = copyOf(document, () => {}) as Fields
  for (const { operator, path, operand } of changes) {
    if (operator === '$rename') rename(copy, path, String(operand), spend)
    else if (operator !== '$setOnInsert')
      for (const resolved of resolvePositions(path, document, query))
        apply(copy, operator, resolved, { operand, now, spend })
  }
  if (areEqual(copy._id, document._id)) return copy
  throw updateError("Performing an update on the path '_id' would modify the immutable field '_id'")
}

type Work = { operand: unknown; now: Date; spend: Spend }

function apply(copy: Fields, name: string, path: readonly string[], { operand, now, spend }: Work): void {
  const operator = OPERATORS[name]
  const place = placeAt(copy, path, operator?.makes === true ? spend : null)
  if (!operator) {
    place?.remove()
    return
  }
  const context = { path: path.join('.'), id: copy._id, now }
  const value = operator.apply(place?.value, operand, context)
  if (place && value !== undefined) place.value = copyOf(value, spend)
}

/** A document holds no more. */
const MAX_BYTES = 16 * 1024 * 1024

/** A short update may put a large value in many places: what cannot be stored is not made in the first place. */
function limitedRoom(): Spend {
  let left = MAX_BYTES
  return (bytes) => {
    left -= bytes
    if (left < 0) throw updateError(`Resulting document after update is larger than ${MAX_BYTES}`)
  }
}

/** Dates and regular expressions are never changed, so they are shared. Each value takes a byte of room at least. */
function copyOf(value: unknown, spend: Spend): unknown {
  spend(typeof value === 'string' ? value.length + 1 : 1)
  if (typeof value !== 'object') return value
  if (Array.isArray(value)) return value.map((item) => copyOf(item, spend))
  if (!isObject(value)) return value
  return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, copyOf(field, spend)]))
}
