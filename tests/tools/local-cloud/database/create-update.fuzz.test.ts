import fc from 'fast-check'
import { CloudError } from '../../../../tools/local-cloud/cloud-error'
import { type Fields, stringifyDocument } from '../../../../tools/local-cloud/database/ejson'
import { createUpdate } from '../../../../tools/local-cloud/database/update/create-update'
import { seeds } from '../../../support/seeds'
import { naiveUpdate } from './naive-update'

const scalar = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: -3, max: 3 }) },
  { weight: 2, arbitrary: fc.constantFrom('a', 'b', '') },
  { weight: 1, arbitrary: fc.constantFrom(null, true, 1.5) },
)
const list = fc.array(scalar, { maxLength: 4 })
const row = fc.record({ k: scalar, n: fc.integer({ min: 0, max: 3 }) }, { requiredKeys: ['n'] })
const document = fc
  .record(
    {
      a: scalar,
      b: fc.integer({ min: -3, max: 3 }),
      o: fc.record({ x: scalar, l: list }, { requiredKeys: [] }),
      l: list,
      rows: fc.array(row, { maxLength: 3 }),
    },
    { requiredKeys: [] },
  )
  .map((fields): Fields => ({ _id: 'i', ...fields }))

const path = fc.constantFrom(
  'a',
  'b',
  'c',
  'o',
  'o.x',
  'o.y.z',
  'l',
  'l.0',
  'l.5',
  'rows',
  'rows.0',
  'rows.0.k',
  'rows.1.n',
  'o.l',
  'o.l.1',
)
const number = fc.integer({ min: -3, max: 3 })
const each = fc.record(
  { $each: list, $position: fc.integer({ min: -2, max: 3 }), $slice: fc.integer({ min: -2, max: 3 }) },
  { requiredKeys: ['$each'] },
)
const operand: Record<string, fc.Arbitrary<unknown>> = {
  $set: fc.oneof(scalar, list, row),
  $unset: fc.constant(''),
  $inc: number,
  $mul: number,
  $min: number,
  $max: number,
  $push: fc.oneof(scalar, row, each),
  $addToSet: fc.oneof(scalar, row, fc.record({ $each: list })),
  $pop: fc.constantFrom(1, -1),
  $pull: fc.oneof(scalar, fc.record({ n: number }), fc.record({ $gt: number })),
  $pullAll: list,
  $rename: fc.constantFrom('c', 'o.x', 'd.e'),
}
const modifier = fc
  .uniqueArray(
    fc
      .constantFrom(...Object.keys(operand))
      .chain((operator) => fc.tuple(fc.constant(operator), path, operand[operator] as fc.Arbitrary<unknown>)),
    { minLength: 1, maxLength: 3, selector: ([, field]) => field },
  )
  .map((changes) => {
    const whole: Record<string, Fields> = {}
    for (const [operator, field, value] of changes) whole[operator] = { ...whole[operator], [field]: value }
    return whole
  })

const now = new Date(0)

it.each(seeds(3))(
  'changes and refuses what a simple update does, and nothing of what it was given (seed %d)',
  (seed) => {
    const seen = { changed: 0, refused: 0 }
    const property = fc.property(document, modifier, (before, changes) => {
      const given = stringifyDocument(before)
      const wanted = naiveUpdate(before, changes)
      const update = () => stringifyDocument(createUpdate(changes, {}, now)(before))
      if (wanted) expect(update()).toBe(stringifyDocument(wanted))
      else expect(update).toThrow(CloudError)
      expect(stringifyDocument(before)).toBe(given)
      seen[wanted ? 'changed' : 'refused'] += 1
    })
    fc.assert(property, { seed, numRuns: 1000 })
    expect(seen.changed).toBeGreaterThan(200)
    expect(seen.refused).toBeGreaterThan(50)
  },
  60_000,
)
