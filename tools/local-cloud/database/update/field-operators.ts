import { isObject } from '../ejson'
import { compareValues } from '../values/compare-values'
import { describe, typeName, updateError } from './update-error'

/** What an operator is told: its field's path, the id of the document, and what time it is. */
export type Context = { path: string; id: unknown; now: Date }

/**
 * One operator of an update: what stands in the field (`undefined` where there is none), and what takes its place
 * (`undefined` where nothing changes). `check` refuses an operand before any document is looked at.
 */
export type UpdateOperator = {
  check?: (operand: unknown, path: string) => void
  apply: (current: unknown, operand: unknown, context: Context) => unknown
  /** Whether it makes the field, and the objects on the way to it. */
  makes: boolean
}

const set: UpdateOperator = { makes: true, apply: (_current, operand) => operand }

const inc: UpdateOperator = {
  makes: true,
  check: (operand, path) =>
    assertNumber(operand, `Cannot increment with non-numeric argument: ${describe(path, operand)}`),
  apply: (current, operand, context) => numberIn('$inc', current, context) + Number(operand),
}

const mul: UpdateOperator = {
  makes: true,
  check: (operand, path) =>
    assertNumber(operand, `Cannot multiply with non-numeric argument: ${describe(path, operand)}`),
  apply: (current, operand, context) => numberIn('$mul', current, context) * Number(operand),
}

const max: UpdateOperator = {
  makes: true,
  apply: (current, operand) =>
    current === undefined || compareValues(operand, current) > 0 ? operand : undefined,
}

const min: UpdateOperator = {
  makes: true,
  apply: (current, operand) =>
    current === undefined || compareValues(operand, current) < 0 ? operand : undefined,
}

const BIT_OPERATIONS: Record<string, (one: bigint, other: bigint) => bigint> = {
  and: (one, other) => one & other,
  or: (one, other) => one | other,
  xor: (one, other) => one ^ other,
}

const bit: UpdateOperator = {
  makes: true,
  check(operand, path) {
    if (!isObject(operand))
      throw updateError(
        `The $bit modifier is not compatible with a ${typeName(operand)}. You must pass in an embedded document: {$bit: {field: {and/or/xor: #}}`,
      )
    if (Object.keys(operand).length === 0)
      throw updateError(
        `You must pass in at least one bitwise operation. The format is: {$bit: {field: {and/or/xor: #}}`,
      )
    for (const [name, value] of Object.entries(operand)) {
      if (!Object.hasOwn(BIT_OPERATIONS, name))
        throw updateError(`The $bit modifier only supports 'and', 'or', and 'xor', not '${name}'.`)
      if (!Number.isSafeInteger(value))
        throw updateError(
          `The $bit modifier field must be an Integer(32/64 bit); a '${typeName(value)}' is not supported here: ${describe(path, operand)}`,
        )
    }
  },
  apply(current, operand, { path, id }) {
    if (current !== undefined && !Number.isSafeInteger(current))
      throw updateError(
        `Cannot apply $bit to a value of non-integral type.${describe('_id', id)} has the field ${path} of non-integer type ${typeName(current)}`,
      )
    const bits = Object.entries(isObject(operand) ? operand : {}).reduce(
      (value, [name, other]) => BIT_OPERATIONS[name]?.(value, BigInt(Number(other))) ?? value,
      BigInt(Number(current ?? 0)),
    )
    return Number(bits)
  },
}

const currentDate: UpdateOperator = {
  makes: true,
  check(operand, path) {
    if (typeof operand === 'boolean' || (isObject(operand) && operand.$type === 'date')) return
    throw updateError(
      `${describe(path, operand)} is not valid for $currentDate: it takes true or { $type: 'date' }.`,
    )
  },
  apply: (_current, _operand, { now }) => now,
}

export const fieldOperators = {
  $set: set,
  $inc: inc,
  $mul: mul,
  $max: max,
  $min: min,
  $bit: bit,
  $currentDate: currentDate,
}

function assertNumber(operand: unknown, message: string): void {
  if (typeof operand !== 'number') throw updateError(message)
}

function numberIn(operator: string, current: unknown, { path, id }: Context): number {
  if (current === undefined) return 0
  if (typeof current === 'number') return current
  throw updateError(
    `Cannot apply ${operator} to a value of non-numeric type. ${describe('_id', id)} has the field '${path.split('.').at(-1)}' of non-numeric type ${typeName(current)}`,
  )
}
