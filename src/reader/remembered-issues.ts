import * as v from 'valibot'
import { keptValue } from '#cloud/kept-value'
import type { KeyValueStorage } from '#cloud/key-value-storage'

/** Far more than a list shows; older ones count as unread again, which nobody will notice. */
const REMEMBERED = 500

export type RememberedIssues = { isEmpty(): boolean; has(id: string): boolean; add(id: string): void }

/** To which issues something has happened on this phone. It never leaves the phone. */
export function createRememberedIssues(storage: KeyValueStorage, key: string): RememberedIssues {
  const kept = keptValue(storage, key, v.array(v.string()))
  let ids: string[] | null = null
  function all(): string[] {
    ids ??= kept.get() ?? []
    return ids
  }
  return {
    isEmpty: () => all().length === 0,
    has: (id) => all().includes(id),
    add(id) {
      if (all().includes(id)) return
      ids = [...all(), id].slice(-REMEMBERED)
      kept.set(ids)
    },
  }
}
