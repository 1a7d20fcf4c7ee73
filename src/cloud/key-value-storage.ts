/** A place to keep values on the phone. `get` may answer anything; `set` throws when there is no room. */
export type KeyValueStorage = {
  get(key: string): unknown
  set(key: string, value: unknown): void
  remove(key: string): void
}
