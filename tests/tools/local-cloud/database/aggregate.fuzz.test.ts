import fc from 'fast-check'
import { aggregate, type Stage } from '../../../../tools/local-cloud/database/aggregate/aggregate'
import { type Fields, stringifyDocument } from '../../../../tools/local-cloud/database/ejson'
import { seeds } from '../../../support/seeds'
import { aCollection, anIndex, openTemporaryStore } from '../../../support/temporary-store'
import { naiveAggregate } from './naive-aggregate'

const number = fc.integer({ min: -2, max: 3 })
const text = fc.constantFrom('x', 'y', 'z')
const value = fc.oneof(
  { weight: 5, arbitrary: number },
  { weight: 2, arbitrary: text },
  { weight: 1, arbitrary: fc.constant(null) },
)
const document = fc
  .record(
    {
      g: fc.oneof(text, fc.constant(null)),
      n: value,
      m: number,
      l: fc.oneof(
        { weight: 4, arbitrary: fc.array(value, { maxLength: 3 }) },
        { weight: 1, arbitrary: value },
      ),
    },
    { requiredKeys: [] },
  )
  .map((fields): Fields => fields)
const documents = fc.array(document, { minLength: 2, maxLength: 12 }).map((list) =>
  list.map((fields, at): Fields & { _id: string } => ({
    _id: `d${String(at).padStart(2, '0')}`,
    ...fields,
  })),
)

const field = fc.constantFrom('$g', '$n', '$m', '$l', '$none')
const operand = fc.oneof(field, number, text, fc.constant(null))
const expression = fc.oneof(
  field,
  fc.tuple(operand, operand).map((both): Fields => ({ $gt: both })),
  fc.tuple(operand, operand).map((both): Fields => ({ $eq: both })),
  fc.tuple(operand, operand).map((both): Fields => ({ $cmp: both })),
  fc.tuple(field, operand).map((both): Fields => ({ $ifNull: both })),
  field.map((one): Fields => ({ $isArray: one })),
)
const accumulator = fc
  .tuple(fc.constantFrom('$sum', '$avg', '$max', '$min', '$push', '$addToSet', '$first', '$last'), field)
  .map(([name, of]): Fields => ({ [name]: of }))
const match = fc
  .dictionary(
    fc.constantFrom('g', 'n', 'm', 'l'),
    fc.oneof(
      value,
      number.map(($gt) => ({ $gt })),
    ),
    { minKeys: 1, maxKeys: 2 },
  )
  .map((query): Stage => ({ $match: query }))
const sort = fc
  .tuple(fc.constantFrom('g', 'n', 'm'), fc.constantFrom(1, -1), fc.constantFrom(1, -1))
  .map(([by, direction, ofId]): Stage => ({ $sort: { [by]: direction, _id: ofId } }))
const stage = fc.oneof(
  match,
  sort,
  fc.nat(3).map((count): Stage => ({ $skip: count })),
  fc.integer({ min: 1, max: 8 }).map((count): Stage => ({ $limit: count })),
  fc.boolean().map((kept): Stage => ({ $unwind: { path: '$l', preserveNullAndEmptyArrays: kept } })),
  fc
    .record({ _id: fc.oneof(expression, fc.constant(null)), v: accumulator, w: accumulator })
    .map((group): Stage => ({ $group: group })),
  expression.map((by): Stage => ({ $sortByCount: by })),
  fc.constant<Stage>({ $count: 'm' }),
  fc
    .dictionary(fc.constantFrom('m', 'v', 'l'), expression, { minKeys: 1 })
    .map((added): Stage => ({ $addFields: added })),
  fc.constantFrom<Stage>(
    { $project: { n: 1, l: 1 } },
    { $project: { g: 0 } },
    { $project: { _id: 0, m: 0 } },
  ),
  fc.constant<Stage>({ $replaceRoot: { newRoot: { _id: '$_id', n: '$m', l: '$l' } } }),
  fc.tuple(fc.constantFrom('g', 'n', 'l'), fc.constantFrom('g', 'n', 'l')).map(
    ([localField, foreignField]): Stage => ({
      $lookup: { from: 'other', localField, foreignField, as: 'v' },
    }),
  ),
)
/** The first stages, which an index may answer; they give an order, without which an index gives its own. */
const pipeline = fc
  .tuple(fc.option(match), sort, fc.array(stage, { maxLength: 5 }))
  .map(([first, second, rest]): Stage[] => [...(first ? [first] : []), second, ...rest, { $limit: 1000 }])

const indexes = [
  anIndex('g_n', [
    ['g', 1],
    ['n', -1],
  ]),
  anIndex('m', [['m', 1]]),
  anIndex('l', [['l', 1]]),
]

it.each(seeds(3))(
  'gives what simple stages give, with and without indexes (seed %d)',
  async (seed) => {
    const { store, close } = await openTemporaryStore({
      indexed: aCollection(...indexes),
      plain: aCollection(),
      other: aCollection(),
    })
    const fill = (collection: string, wanted: readonly (Fields & { _id: string })[]) =>
      store.write(() => {
        for (const { id, fields } of [...store.documents(collection)]) store.remove(collection, id, fields)
        for (const one of wanted) store.put(collection, one._id, one, null)
      })
    let given = 0
    const property = fc.asyncProperty(
      documents,
      documents,
      fc.array(pipeline, { minLength: 5, maxLength: 10 }),
      async (stored, other, pipelines) => {
        await fill('indexed', stored)
        await fill('plain', stored)
        await fill('other', other)
        for (const stages of pipelines) {
          const wanted = naiveAggregate(stored, other, stages).map(inOrder)
          for (const collection of ['plain', 'indexed']) {
            const found = aggregate(store, collection, stages, { now: new Date(0) })
            expect({ stages, list: found.map(inOrder) }).toEqual({ stages, list: wanted })
          }
          given += wanted.length
        }
      },
    )
    await fc.assert(property, { seed, numRuns: 50 })
    expect(given).toBeGreaterThan(200)
    await close()
  },
  60_000,
)

/** As text, its fields by name: in which order a stage leaves those of a document is not its matter. */
function inOrder(document: Fields): string {
  const fields = Object.entries(document).sort(([one], [other]) => (one < other ? -1 : 1))
  return stringifyDocument(Object.fromEntries(fields))
}
