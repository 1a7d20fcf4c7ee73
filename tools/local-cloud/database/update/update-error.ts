import { CloudError } from '../../cloud-error'
import { isObject } from '../ejson'

/** Why MongoDB refuses an update, in its words. */
export function updateError(message: string): CloudError {
  return new CloudError('DATABASE_REQUEST_FAILED', message)
}

/** As MongoDB names types. */
export function typeName(value: unknown): string {
  if (value === null || value === undefined) return 'null'
  if (Array.isArray(value)) return 'array'
  if (typeof value === 'number') return Number.isInteger(value) ? 'int' : 'double'
  if (typeof value === 'boolean') return 'bool'
  if (value instanceof Date) return 'date'
  if (value instanceof RegExp) return 'regex'
  return isObject(value) ? 'object' : typeof value
}

/** A field and its value as they stand in a message. */
export function describe(name: string, value: unknown): string {
  return `{${name}: ${String(JSON.stringify(value)).slice(0, 100)}}`
}
