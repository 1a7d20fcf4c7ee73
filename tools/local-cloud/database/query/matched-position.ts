import { CloudError } from '../../cloud-error'
import { type Fields, isObject } from '../ejson'
import { createTest } from '../matcher'
import { valuesAt } from '../values/values-at'

/** Where `$` points in an array: to the first element that meets what the query asks of it. */
export function matchedPosition(document: Fields, arrayPath: string, query: Fields): number {
  const asked = conditionsOn(arrayPath, query)
  const [list] = valuesAt(document, arrayPath)
  if (asked.length > 0 && Array.isArray(list)) {
    const test = createTest({ $and: asked })
    const at = list.findIndex((item) => test(wrap(arrayPath.split('.'), [item])))
    if (at >= 0) return at
  }
  throw new CloudError(
    'DATABASE_REQUEST_FAILED',
    'The positional operator did not find the match needed from the query.',
  )
}

function conditionsOn(path: string, query: Fields): Fields[] {
  return Object.entries(query).flatMap(([field, value]) => {
    if (field === '$and' && Array.isArray(value))
      return value.filter(isObject).flatMap((part) => conditionsOn(path, part))
    return field === path || field.startsWith(`${path}.`) ? [{ [field]: value }] : []
  })
}

function wrap(path: readonly string[], value: unknown): Fields {
  const [name = '', ...rest] = path
  return { [name]: rest.length > 0 ? wrap(rest, value) : value }
}
