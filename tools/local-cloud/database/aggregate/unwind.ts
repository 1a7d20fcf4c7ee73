import { type Iterator, Lazy } from 'mingo/lazy'
import type { AnyObject } from 'mingo/types'
import { CloudError } from '../../cloud-error'
import { type Fields, isObject } from '../ejson'
import { countValues } from '../memory-limit'

/** A document for each element of an array in it; what is no array stays as it is. */
export function unwind(documents: Iterator, expression: AnyObject | string): Iterator {
  const { path, includeArrayIndex, preserveNullAndEmptyArrays }: AnyObject =
    typeof expression === 'string' ? { path: expression } : expression
  if (typeof path !== 'string' || !path.startsWith('$'))
    throw new CloudError(
      'DATABASE_REQUEST_FAILED',
      `path option to $unwind stage should be prefixed with a '$': ${String(path).slice(0, 100)}`,
    )
  const names = path.slice(1).split('.')
  const withIndex = (document: Fields, index: number | null) =>
    typeof includeArrayIndex === 'string' ? { ...document, [includeArrayIndex]: index } : document
  return documents.transform((list) =>
    Lazy(
      (list as Fields[]).flatMap((document) => {
        const value = names.reduce<unknown>(
          (inner, name) => (isObject(inner) ? inner[name] : undefined),
          document,
        )
        if (Array.isArray(value) && value.length > 0) {
          // Each is a copy of the document, which may be large.
          countValues(value.length * 10)
          return value.map((item, at) => withIndex(replace(document, names, item), at))
        }
        if (value !== null && value !== undefined && !Array.isArray(value)) return [withIndex(document, null)]
        if (preserveNullAndEmptyArrays !== true) return []
        return [withIndex(Array.isArray(value) ? replace(document, names, undefined) : document, null)]
      }),
    ),
  )
}

function replace(document: Fields, [name = '', ...rest]: readonly string[], value: unknown): Fields {
  const inner = document[name]
  if (rest.length === 0) return { ...document, [name]: value }
  return { ...document, [name]: replace(isObject(inner) ? inner : {}, rest, value) }
}
