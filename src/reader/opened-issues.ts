import * as v from 'valibot'
import { keptValue } from '#cloud/kept-value'
import type { KeyValueStorage } from '#cloud/key-value-storage'

/** Far more than a list shows; older ones count as unread again, which nobody will notice. */
const REMEMBERED = 500

export type OpenedIssues = { has(id: string): boolean; add(id: string): void }

/** Which issues this phone has opened, for the list's unread marks. It never leaves the phone. */
export function createOpenedIssues(storage: KeyValueStorage): OpenedIssues {
  const kept = keptValue(storage, 'opened', v.array(v.string()))
  let ids: string[] | null = null
  function all(): string[] {
    ids ??= kept.get() ?? []
    return ids
  }
  return {
    has: (id) => all().includes(id),
    add(id) {
      if (all().includes(id)) return
      ids = [...all(), id].slice(-REMEMBERED)
      kept.set(ids)
    },
  }
}
