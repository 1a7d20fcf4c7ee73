import type { Session } from './session'
import type { Store } from './store'
import { DocumentLocked } from './transactions/locks'

/** Outside of transactions: what meets a document that a transaction has changed waits for that to end, as in MongoDB. */
export function storeSession(store: Store): Session {
  return {
    view: store,
    async write(work) {
      for (;;)
        try {
          return store.write(() => work(store))
        } catch (cause) {
          if (!(cause instanceof DocumentLocked)) throw cause
          await cause.released
        }
    },
  }
}
