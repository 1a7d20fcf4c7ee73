import * as v from 'valibot'
import type { KeyValueStorage } from './key-value-storage'

export type KeptValue<T> = { get(): T | null; set(value: T): void; remove(): void }

/** One on the phone, where `set` answers whether there was room for it. */
export type PhoneValue<T> = { set(value: T): boolean } & KeptValue<T>

/**
 * One value on the phone. What is stored may be damaged, from an older version, or have no room: reading goes on
 * without it in every case.
 */
export function keptValue<Schema extends v.GenericSchema>(
  storage: KeyValueStorage,
  key: string,
  schema: Schema,
): PhoneValue<v.InferOutput<Schema>> {
  function remove(): void {
    try {
      storage.remove(key)
    } catch {
      // A storage that fails now is asked again the next time.
    }
  }
  return {
    get() {
      try {
        const stored = storage.get(key)
        if (stored === '' || stored === undefined || stored === null) return null
        const parsed = v.safeParse(schema, stored)
        if (parsed.success) return parsed.output
      } catch {
        return null
      }
      remove()
      return null
    },
    set(value) {
      try {
        storage.set(key, value)
        return true
      } catch {
        remove()
        return false
      }
    },
    remove,
  }
}
