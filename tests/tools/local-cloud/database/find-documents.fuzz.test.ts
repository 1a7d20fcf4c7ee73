import fc from 'fast-check'
import { find } from 'mingo'
import type { Fields } from '../../../../tools/local-cloud/database/ejson'
import { findDocuments } from '../../../../tools/local-cloud/database/find-documents'
import { findProjected } from '../../../../tools/local-cloud/database/find-projected'
import { entriesOf } from '../../../../tools/local-cloud/database/index-key'
import type { Order } from '../../../../tools/local-cloud/database/plan-way'
import { haveEqualPlace } from '../../../../tools/local-cloud/database/sort-documents'
import type { StoredDocument } from '../../../../tools/local-cloud/database/stored-document'
import { seeds } from '../../../support/seeds'
import { aCollection, anIndex, openTemporaryStore } from '../../../support/temporary-store'

/** Few values, so that they meet; of all types. */
const comparable = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: -3, max: 3 }) },
  { weight: 8, arbitrary: fc.constantFrom('', 'a', 'ab', 'b', '中', '！', 'A', 'a b') },
  { weight: 2, arbitrary: fc.constantFrom(0.5, 1e9, -1e-9, 2 ** 52) },
  { weight: 2, arbitrary: fc.integer({ min: 0, max: 3 }).map((time) => new Date(time)) },
)
const scalar = fc.oneof(
  { weight: 10, arbitrary: comparable },
  { weight: 1, arbitrary: fc.constantFrom(null, true, false) },
)
/** What a key cannot hold in order, texts that MongoDB orders otherwise than JavaScript, and arrays. */
const special = fc.oneof(
  fc.constantFrom('😀', 'a\u0000b', 'a\u0001', '\u0001', 'x'.repeat(300), 'x'.repeat(299), Number.NaN),
  fc.constantFrom(Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY),
  fc.array(scalar, { maxLength: 3 }),
  fc.record({ inner: scalar }),
  fc.array(fc.record({ inner: scalar }), { maxLength: 2 }),
)
const series = fc.constantFrom('s1', 's2', 's3')
const since = fc.integer({ min: 0, max: 4 })
const follows = fc.array(
  fc.record(
    { series, since: fc.oneof({ weight: 5, arbitrary: since }, { weight: 1, arbitrary: fc.array(since) }) },
    { requiredKeys: ['series'] },
  ),
  { maxLength: 3 },
)
const fields = ['a', 'b', 'c', 'nested.d'] as const

const documentOf = (value: fc.Arbitrary<unknown>, valueOfA = value) =>
  fc
    .record(
      { a: valueOfA, b: value, c: value, nested: fc.record({ d: value }, { requiredKeys: [] }), follows },
      { requiredKeys: [] },
    )
    .map((document): Fields => document)
const several = (document: fc.Arbitrary<Fields>) => fc.array(document, { maxLength: 25 })

const documents = fc.oneof(
  several(documentOf(scalar)),
  several(documentOf(fc.oneof({ weight: 3, arbitrary: scalar }, { weight: 1, arbitrary: special }))),
  several(documentOf(fc.constantFrom('！', '😀', 'z', '中', 'x'.repeat(300), 'x'.repeat(299)))),
  several(documentOf(scalar, fc.array(fc.integer({ min: -3, max: 3 }), { maxLength: 3 }))),
)

const range = (value: fc.Arbitrary<unknown>) =>
  fc.dictionary(fc.constantFrom('$gt', '$gte', '$lt', '$lte'), value, { minKeys: 1, maxKeys: 2 })
/** Which the elements of an array may meet together, or only one element. */
const band = fc
  .tuple(fc.integer({ min: -3, max: 3 }), fc.integer({ min: 0, max: 3 }))
  .chain(([$gte, width]) =>
    fc.constantFrom<Fields>(
      { $gte, $lte: $gte + width },
      { $elemMatch: { $gte, $lte: $gte + width } },
      { $lte: $gte + width, $elemMatch: { $gte } },
    ),
  )
const condition = fc.oneof(
  band,
  scalar,
  fc.record({ $eq: scalar }),
  range(comparable),
  range(comparable).map((wanted) => ({ $elemMatch: wanted })),
  fc.record({ $in: fc.array(scalar, { maxLength: 3 }) }),
  fc.record({ $ne: scalar }),
)
const id = fc.integer({ min: 0, max: 26 }).map((at) => `id${String(at).padStart(2, '0')}`)
const idCondition = fc.oneof(id, range(id), fc.record({ $in: fc.array(id, { maxLength: 4 }) }))
const conditions = fc
  .tuple(
    fc.dictionary(fc.constantFrom(...fields), condition, { maxKeys: 3 }),
    fc.oneof(
      fc.constant({}),
      fc.record({ _id: idCondition }),
      fc.record({ 'follows.series': series, 'follows.since': range(since) }, { requiredKeys: [] }),
      fc
        .record({ series, since: range(since) }, { requiredKeys: [] })
        .map(($elemMatch) => ({ follows: { $elemMatch } })),
    ),
  )
  .map(([plain, others]): Fields => ({ ...plain, ...others }))
/** The page after a document, by an order that a cursor is made of. */
const keyset = fc.tuple(fc.constantFrom('$lt', '$gt'), scalar, comparable, id).map(
  ([side, a, b, _id]): Fields => ({
    $and: [{ a }, { $or: [{ b: { [side]: b } }, { b, _id: { [side]: _id } }] }],
  }),
)
const query = fc.oneof(
  { weight: 4, arbitrary: conditions },
  { weight: 1, arbitrary: fc.tuple(conditions, conditions).map((parts): Fields => ({ $and: parts })) },
  { weight: 1, arbitrary: fc.tuple(conditions, conditions).map((parts): Fields => ({ $or: parts })) },
  { weight: 1, arbitrary: keyset },
  { weight: 1, arbitrary: fc.record({ a: band }) },
)
const order = fc
  .uniqueArray(fc.tuple(fc.constantFrom(...fields, '_id'), fc.constantFrom<1 | -1>(1, -1)), {
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
  anIndex('followers', [
    ['follows.series', 1],
    ['_id', 1],
  ]),
  anIndex('followed', [
    ['follows.series', 1],
    ['follows.since', 1],
  ]),
]

const isIndexable = (document: Fields) => {
  try {
    for (const index of indexes) entriesOf(document, index)
    return true
  } catch {
    return false
  }
}

/** mingo, which finds what MongoDB finds as long as no arrays and no special values are met. */
const isPlain = (document: Fields) =>
  !('follows' in document) && fields.every((field) => isScalar(field.split('.').reduce(below, document)))
const below = (value: unknown, name: string) => (value as Fields | undefined)?.[name]
const isScalar = (value: unknown) =>
  typeof value !== 'object' ? value !== '😀' && !Number.isNaN(value) : value === null || value instanceof Date

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
          for (const { id: old, fields: before } of [...store.documents(collection)])
            store.remove(collection, old, before)
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
        const indexable = stored.filter(isIndexable)
        fill(indexable)
        for (const [asked, by] of searches) {
          const found = (collection: string): StoredDocument[] => [
            ...findDocuments(store, collection, { query: asked, order: by }),
          ]
          const [indexed, plain] = [found('indexed'), found('plain')]
          const ids = (list: readonly { id: string }[]) => list.map((one) => one.id)
          expect(ids(indexed).sort()).toEqual(ids(plain).sort())
          for (const [at, document] of indexed.entries())
            expect(haveEqualPlace(document, plain[at] as StoredDocument, by)).toBe(true)
          if (indexable.every(isPlain)) {
            const all = Array.from(store.documents('plain'), (document) => document.fields)
            const wanted = find<{ _id: string }>(all, asked).all()
            expect(ids(plain).sort()).toEqual(wanted.map(({ _id }) => _id).sort())
          }

          const some = [...findDocuments(store, 'indexed', { query: asked, order: by, skip: 1, limit: 3 })]
          expect(ids(some)).toEqual(ids(indexed).slice(1, 4))
          const covered = findProjected(store, 'indexed', { query: asked, order: by }, { a: 1, b: true })
          if (covered) expect(covered).toEqual(indexed.map(({ fields: { _id, a, b } }) => ({ _id, a, b })))
        }
      },
    )
    await fc.assert(property, { seed, numRuns: 100 })
    await close()
  },
  60_000,
)
