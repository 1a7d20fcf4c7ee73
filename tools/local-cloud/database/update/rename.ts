import type { Fields } from '../ejson'
import { describe, updateError } from './update-error'
import { assertUpdatePath, placeAt, type Spend } from './update-path'

/** Refuses what no document makes possible. */
export function assertRename(from: string, to: unknown): void {
  if (typeof to !== 'string')
    throw updateError(`The 'to' field for $rename must be a string: ${describe(from, to)}`)
  assertUpdatePath(to)
  if (from === to)
    throw updateError(`The source and target field for $rename must differ: ${describe(from, to)}`)
  if (from.split('.').some(isDynamic))
    throw updateError(`The source field for $rename may not be dynamic: ${from}`)
  if (to.split('.').some(isDynamic))
    throw updateError(`The destination field for $rename may not be dynamic: ${to}`)
}

/** Moves a field, where there is one; elements of arrays stay where they are. */
export function rename(document: Fields, from: string, to: string, spend: Spend): void {
  const source = placeAt(document, from.split('.'), null)
  if (!source || source.value === undefined) return
  assertNoArray(document, from, 'source')
  assertNoArray(document, to, 'destination')
  const target = placeAt(document, to.split('.'), spend)
  const { value } = source
  source.remove()
  if (target) target.value = value
}

function assertNoArray(document: Fields, path: string, role: 'source' | 'destination'): void {
  const parts = path.split('.')
  const arrayPath = parts
    .map((_, at) => parts.slice(0, at))
    .find((start) => start.length > 0 && Array.isArray(placeAt(document, start, null)?.value))
  if (arrayPath)
    throw updateError(
      `The ${role} field cannot be an array element, '${path}' in doc with ${describe('_id', document._id)} has an array field called '${arrayPath.at(-1)}'`,
    )
}

const isDynamic = (name: string) => name.startsWith('$')
