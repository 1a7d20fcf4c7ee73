import * as v from 'valibot'
import { keptValue, type PhoneValue } from '#cloud/kept-value'
import type { KeyValueStorage } from '#cloud/key-value-storage'
import { IssueIdSchema } from '#shared/newsletter/issue'
import { type KeptWork, KeptWorkSchema } from './draft-store'

export type UnsavedDrafts = {
  /** Where the phone keeps what the cloud does not have of a draft. */
  of(id: string): PhoneValue<KeptWork>
  /** The drafts of which it keeps something. */
  ids(): string[]
}

/** What editors typed and the cloud does not have yet: found again after the mini-program was closed. */
export function createUnsavedDrafts(storage: KeyValueStorage): UnsavedDrafts {
  const index = keptValue(storage, 'unsaved-drafts', v.array(IssueIdSchema))
  let listed: string[] | null = null
  function ids(): string[] {
    listed ??= index.get() ?? []
    return listed
  }
  function list(next: string[]): void {
    listed = next
    index.set(next)
  }
  return {
    ids,
    of(id) {
      const kept = keptValue(storage, `draft:${id}`, KeptWorkSchema)
      return {
        get: kept.get,
        set(work) {
          if (!ids().includes(id)) list([...ids(), id])
          return kept.set(work)
        },
        remove() {
          if (!ids().includes(id)) return
          kept.remove()
          list(ids().filter((other) => other !== id))
        },
      }
    },
  }
}
