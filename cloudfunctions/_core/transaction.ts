import { setTimeout } from 'node:timers/promises'
import { AppError } from '#shared/errors'
import { isDuplicateKey } from './is-duplicate-key'
import { database, type Fields } from './wx'

/** What a transaction may do: WeChat's takes single documents by their ids only, and runs anything else outside it. */
export type Transaction = {
  get(collection: string, id: string): Promise<Fields | null>
  /** Puts this in the place of what is stored. */
  set(collection: string, id: string, fields: Fields): Promise<void>
  remove(collection: string, id: string): Promise<void>
}

/** How often another may be in the way, or an answer be lost, before we give up. */
const ATTEMPTS = 5

/** ms before the second attempt; each further pause is twice as long, so that two do not meet each time. */
const PAUSE = 50

/**
 * Does all of the work or nothing of it. The work may be begun anew, also after it was done and only the answer was lost:
 * it has to find by what is stored that there is nothing left to do. What it throws as an AppError is final; CONFLICT
 * where others were in the way each time, such as a run that was ended in the middle: what it has locked is free again
 * after half a minute.
 */
export async function inTransaction<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await once(work)
    } catch (thrown) {
      // The SDK begins anew only where the commit met another's change, not where one of the operations did.
      if (thrown instanceof AppError) throw thrown
      if (attempt === ATTEMPTS) throw isConflict(thrown) ? new TakenByOthers(thrown) : thrown
    }
    await setTimeout(PAUSE * 2 ** (attempt - 1) * (1 + Math.random()))
  }
}

const isConflict = (thrown: unknown) =>
  isDuplicateKey(thrown) || (thrown instanceof Error && /transaction ?conflict/iu.test(thrown.message))

/** Nothing stands against it but the moment: the same may be done a minute later. */
export class TakenByOthers extends AppError {
  constructor(cause: unknown) {
    super('CONFLICT', 'Somebody else is changing this at the moment. Try again in a minute.', { cause })
  }
}

async function once<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
  const transaction = await database.startTransaction()
  const document = (collection: string, id: string) => transaction.collection(collection).doc(id)
  try {
    const done = await work({
      async get(collection, id) {
        return (await document(collection, id).get()).data ?? null
      },
      async set(collection, id, fields) {
        await document(collection, id).set({ data: fields })
      },
      async remove(collection, id) {
        await document(collection, id).remove()
      },
    })
    await transaction.commit()
    return done
  } catch (thrown) {
    // One that was ended already, or that nobody hears of, ends by itself.
    await transaction.rollback().catch(() => undefined)
    throw thrown
  }
}
