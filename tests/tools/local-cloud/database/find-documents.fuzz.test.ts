import fc from 'fast-check'
import { find } from 'mingo'
import type { Fields } from '../../../../tools/local-cloud/database/ejson'
import { findDocuments } from '../../../../tools/local-cloud/database/find-documents'
import { findProjected } from '../../../../tools/local-cloud/database/find-projected'
import type { Order } from '../../../../tools/local-cloud/database/plan-way'
import { seeds } from '../../../support/seeds'
import { aCollection, anIndex, openTemporaryStore } from '../../../support/temporary-store'

/** Few values, so that they meet; of all types, with those that an index cannot hold in order. */
const scalar = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: -3, max: 3 }) },
  { weight: 8, arbitrary: fc.constantFrom('', 'a', 'ab', 'b', '中', '！', 'A') },
  { weight: 2, arbitrary: fc.constantFrom(0.5, 1e9, -1e-9, 2 ** 52) },
  { weight: 2, arbitrary: fc.constantFrom(null, true, false) },
  { weight: 2, arbitrary: fc.integer({ min: 0, max: 3 }).map((time) => new Date(time)) },
)
const unsortable = fc.oneof(
  fc.constantFrom('😀', 'a\u0000b', '\u0001', 'x'.repeat(300)),
  fc.array(scalar, { maxLength: 2 }),
  fc.record({ inner: scalar }),
)
const fields = ['a', 'b', 'c', 'nested.d'] as const

const documentOf = (value: fc.Arbitrary<unknown>) =>
  fc
    .record(
      { a: value, b: value, c: value, nested: fc.record({ d: value }, { requiredKeys: [] }) },
      { requiredKeys: [] },
    )
    .map((document): Fields => document)

/** Most runs hold scalars only, so that indexes are used; the others must notice that they cannot be. */
const documents = fc.oneof(
  { weight: 3, arbitrary: fc.array(documentOf(scalar), { maxLength: 25 }) },
  { weight: 1, arbitrary: fc.array(documentOf(fc.oneof(scalar, unsortable)), { maxLength: 25 }) },
)

const condition = fc.oneof(
  scalar,
  fc.record({ $eq: scalar }),
  fc.dictionary(fc.constantFrom('$gt', '$gte', '$lt', '$lte'), scalar, { minKeys: 1, maxKeys: 2 }),
  fc.record({ $in: fc.array(scalar, { maxLength: 3 }) }),
  fc.record({ $ne: scalar }),
)
const conditions = fc.dictionary(fc.constantFrom(...fields), condition, { maxKeys: 3 })
const query = fc.oneof(
  { weight: 4, arbitrary: conditions },
  {
    weight: 1,
    arbitrary: fc.tuple(conditions, conditions).map(([one, other]): Fields => ({ $and: [one, other] })),
  },
)
const order = fc
  .uniqueArray(fc.tuple(fc.constantFrom(...fields), fc.constantFrom<1 | -1>(1, -1)), {
    maxLength: 3,
    selector: ([field]) => field,
  })
  .map((pairs): Order => pairs)

const indexes = [
  anIndex('a', [['a', 1]]),
  anIndex('ab', [
    ['a', 1],
    ['b', -1],
  ]),
  anIndex('bc', [
    ['b', 1],
    ['c', 1],
  ]),
  anIndex('dab', [
    ['nested.d', 1],
    ['a', 1],
    ['b', 1],
  ]),
]

/** The values that a document is ordered by; absent and null are one, as in MongoDB. */
function placeOf(document: Fields, by: Order): string {
  return JSON.stringify(
    by.map(
      ([field]) =>
        field.split('.').reduce<unknown>((value, name) => (value as Fields)?.[name], document) ?? null,
    ),
  )
}

it.each(seeds(3))(
  'finds through indexes what looking at everything finds, in the same order (seed %d)',
  async (seed) => {
    const { store, close } = await openTemporaryStore({
      indexed: aCollection(...indexes),
      plain: aCollection(),
    })
    const fill = (wanted: readonly Fields[]) =>
      store.write(() => {
        for (const collection of ['indexed', 'plain']) {
          for (const { id, fields: before } of [...store.documents(collection)])
            store.remove(collection, id, before)
          wanted.forEach((document, at) => {
            const _id = `id${String(at).padStart(2, '0')}`
            // Written twice, so that the entries of what was before must go.
            store.put(collection, _id, { _id, a: 1, b: ['x'] }, null)
            store.put(collection, _id, { _id, ...document }, { _id, a: 1, b: ['x'] })
          })
        }
      })
    const property = fc.asyncProperty(
      documents,
      fc.array(fc.tuple(query, order), { minLength: 5, maxLength: 10 }),
      async (stored, searches) => {
        await fill(stored)
        for (const [asked, by] of searches) {
          const [indexed = [], plain = []] = ['indexed', 'plain'].map((collection) =>
            Array.from(
              findDocuments(store, collection, { query: asked, order: by }),
              (found) => found.fields,
            ),
          )
          const wanted = find<Fields>(
            Array.from(store.documents('plain'), (found) => found.fields),
            asked,
          ).all()
          const ids = (found: readonly Fields[]) => found.map(({ _id }) => _id).sort()
          expect(ids(indexed)).toEqual(ids(wanted))
          expect(ids(plain)).toEqual(ids(wanted))
          expect(indexed.map((document) => placeOf(document, by))).toEqual(
            plain.map((document) => placeOf(document, by)),
          )

          const some = [...findDocuments(store, 'indexed', { query: asked, order: by, skip: 1, limit: 3 })]
          expect(some.map(({ id }) => id)).toEqual(indexed.slice(1, 4).map(({ _id }) => _id))
          const covered = findProjected(store, 'indexed', { query: asked, order: by }, { a: 1, b: true })
          if (covered) expect(covered).toEqual(indexed.map(({ _id, a, b }) => ({ _id, a, b })))
        }
      },
    )
    await fc.assert(property, { seed, numRuns: 40 })
    await close()
  },
  60_000,
)
