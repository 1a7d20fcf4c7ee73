import { isDeepStrictEqual } from 'node:util'
import type { Random } from '../../support/create-random'
import type { SdkDatabase } from '../../support/sdk-database'

type Fields = Record<string, unknown>

/** What a lane owns: two documents, and its claim to a key that only one lane may have; null is not there. */
type Owned = { a: Fields | null; b: Fields | null; claim: Fields | null }

/** Few, so that lanes meet. */
const KEYS = 5
const MANY_PARTS = '安'.repeat(20_000)

/**
 * Documents that only this lane writes, one write after the other, so that it knows at each moment what must be stored:
 * what was acknowledged last or, of a write without an answer, either that or what was before.
 */
export class Lane {
  readonly #db: SdkDatabase
  readonly #name: string
  readonly #random: Random
  #possible: Owned[] = [{ a: null, b: null, claim: null }]
  #serial = 0

  constructor(db: SdkDatabase, name: string, random: Random) {
    this.#db = db
    this.#name = name
    this.#random = random
  }

  /** Answers what is not as it must be, and goes on from what there is. */
  async check(): Promise<string[]> {
    const byId = async (collection: string, id: string) =>
      (await this.#db.collection(collection).where({ _id: id }).get()).data[0] ?? null
    const [a, b] = [await byId('documents', this.#id('a')), await byId('documents', this.#id('b'))]
    const stored: Owned = { a, b, claim: await byId('claims', this.#id('claim')) }
    const isPossible = this.#possible.some((one) => isDeepStrictEqual(one, stored))
    this.#possible = [stored]
    const indexed = await this.#db
      .collection('documents')
      .where({ owner: this.#name })
      .orderBy('n', 'desc')
      .get()
    const wanted = [a, b].filter((one) => one !== null).sort((one, other) => Number(other.n) - Number(one.n))
    return [
      ...(isPossible
        ? []
        : [`${this.#name} finds what it has not written, or not what it has: ${brief(stored)}`]),
      ...(isDeepStrictEqual(indexed.data, wanted)
        ? []
        : [`${this.#name} finds something else by its index.`]),
    ]
  }

  /** One write, whose outcome is one of several until it is acknowledged. Rejects where it gets no answer. */
  async write(): Promise<void> {
    const [before] = this.#possible
    if (!before) throw new Error('There is always something possible.')
    const { outcomes, run } = this.#random.pick(this.#writes(before))
    this.#possible = [before, ...outcomes]
    try {
      await run()
      this.#possible = outcomes.slice(-1)
    } catch (cause) {
      if (!String((cause as Error).message).includes('E11000')) throw cause
      this.#possible = [before]
    }
  }

  /** The last outcome is that of a write that was acknowledged; those before it are parts of it. */
  #writes(before: Owned): { outcomes: Owned[]; run: () => Promise<unknown> }[] {
    const documents = this.#db.collection('documents')
    const claims = this.#db.collection('claims')
    const [a, b] = [this.#document('a'), this.#document('b')]
    const mark = this.#serial
    const marked = (one: Fields | null) => one && { ...one, mark }
    const claim = { _id: this.#id('claim'), key: this.#random.below(KEYS) }
    return [
      { outcomes: [{ ...before, a }], run: () => documents.doc(a._id).set({ data: without(a) }) },
      {
        outcomes: [{ ...before, b: before.b && { ...before.b, n: Number(before.b.n) + 1 } }],
        run: () => documents.doc(b._id).update({ data: { n: this.#db.command.inc(1) } }),
      },
      { outcomes: [{ ...before, a: null }], run: () => documents.doc(a._id).remove() },
      {
        outcomes: [{ ...before, a, b }],
        run: () =>
          this.#db.runTransaction(async (transaction) => {
            for (const one of [a, b])
              await transaction
                .collection('documents')
                .doc(one._id)
                .set({ data: without(one) })
          }),
      },
      {
        outcomes: [
          { ...before, a: marked(before.a) },
          { ...before, b: marked(before.b) },
          { ...before, a: marked(before.a), b: marked(before.b) },
        ],
        run: () => documents.where({ owner: this.#name }).update({ data: { mark } }),
      },
      { outcomes: [{ ...before, claim }], run: () => claims.doc(claim._id).set({ data: without(claim) }) },
      { outcomes: [{ ...before, claim: null }], run: () => claims.doc(claim._id).remove() },
    ]
  }

  #document(name: 'a' | 'b'): Fields & { _id: string } {
    this.#serial += 1
    const length = this.#random.below(4) === 0 ? this.#random.below(MANY_PARTS.length) : 10
    return {
      _id: this.#id(name),
      owner: this.#name,
      n: this.#random.below(1000) * 2 + (name === 'a' ? 0 : 0.5),
      serial: `${this.#name} ${this.#serial} ${name}`,
      tags: [this.#random.below(5), this.#random.below(5)],
      text: MANY_PARTS.slice(0, length),
    }
  }

  #id(name: string): string {
    return `${this.#name} ${name}`
  }
}

const without = ({ _id, ...rest }: Fields): Fields => rest

const brief = (owned: Owned) => JSON.stringify(owned).replace(/安+/g, (text) => `安×${text.length}`)
