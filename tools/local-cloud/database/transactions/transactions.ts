import { randomUUID } from 'node:crypto'
import type { Clock } from '../../clock'
import type { Store } from '../store'
import { isOver, Transaction } from './transaction'

/** The cloud's limit: a transaction must end within 30 seconds of its start. */
const LIMIT_MS = 30_000

type Known = { transaction: Transaction; state: 'open' | 'committed' | 'aborted'; forget: () => void }

/** The transactions of the last 30 seconds; a restart aborts those that are open. */
export class Transactions {
  readonly #store: Store
  readonly #clock: Clock
  readonly #known = new Map<string, Known>()

  constructor(store: Store, clock: Clock) {
    this.#store = store
    this.#clock = clock
  }

  start(): string {
    const transaction = new Transaction(randomUUID(), this.#store)
    const expire = () => {
      this.#known.delete(transaction.id)
      transaction.end()
    }
    const forget = this.#clock.schedule(this.#clock.now() + LIMIT_MS, expire)
    this.#known.set(transaction.id, { transaction, state: 'open', forget })
    return transaction.id
  }

  /** Throws unless it is open. */
  open(id: unknown): Transaction {
    return this.#openOne(id).transaction
  }

  /** Once more is the same: its answer may have been lost. */
  commit(id: unknown): void {
    if (this.#find(id)?.state === 'committed') return
    const known = this.#openOne(id)
    known.state = 'aborted'
    known.transaction.commit()
    known.state = 'committed'
  }

  /** Once more, and after an operation that failed, is the same. */
  abort(id: unknown): void {
    if (this.#find(id)?.state === 'aborted') return
    this.#end(this.#openOne(id))
  }

  /** What an operation that has failed does to its transaction, as in MongoDB. */
  fail(id: unknown): void {
    const known = this.#find(id)
    if (known?.state === 'open') this.#end(known)
  }

  /** The ids of the documents that a transaction of the last 30 seconds changes, or has changed. */
  changedIds(id: unknown): string[] {
    return this.#find(id)?.transaction.changedIds() ?? []
  }

  /** Aborts all. */
  close(): void {
    for (const { transaction, forget } of this.#known.values()) {
      forget()
      transaction.end()
    }
    this.#known.clear()
  }

  #end(known: Known): void {
    known.state = 'aborted'
    known.transaction.end()
  }

  #find(id: unknown): Known | undefined {
    return typeof id === 'string' ? this.#known.get(id) : undefined
  }

  #openOne(id: unknown): Known {
    const known = this.#find(id)
    if (known?.state === 'open') return known
    throw isOver()
  }
}
