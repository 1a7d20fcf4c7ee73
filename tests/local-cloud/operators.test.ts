import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { LocalCloud } from '../../tools/local-cloud/start-local-cloud'
import { startTestCloud } from '../support/local-cloud'
import { anSdkDatabase, type SdkDatabase } from '../support/sdk-database'
import { aggregateRefusals } from './operators/aggregate-refusals'
import { describeOperators, stateOf } from './operators/operator-list'
import { queryRefusals } from './operators/query-refusals'
import { type SdkOperator, sdkOperators } from './operators/sdk-operators'

let cloud: LocalCloud
let db: SdkDatabase
let operators: SdkOperator[]

beforeAll(async () => {
  cloud = await startTestCloud({ collections: { things: { read: 'nobody', indexes: [] } } })
  db = anSdkDatabase(cloud)
  operators = sdkOperators(db)
})
afterAll(() => cloud.close())

it('finds the operators of the SDK', () => {
  const names = operators.map(({ kind, name }) => `${kind} ${name}`)
  expect(names).toEqual(
    expect.arrayContaining([
      'command geoNear',
      'command bit',
      'chained and',
      'modifier position',
      'project elemMatch',
      'aggregate convert',
      'aggregate zip',
      'stage facet',
      'stage unwind',
    ]),
  )
  expect(operators.length).toBeGreaterThan(180)
})

it('shows each operator by a row of a table', () => {
  expect(operators.filter((operator) => !stateOf(operator))).toEqual([])
})

it('refuses an operator by its name', () => {
  const refusals = [...queryRefusals, ...aggregateRefusals].map(([name, , message]) => ({ name, message }))
  const refused = operators.filter((operator) => stateOf(operator)?.state === 'refused')
  expect(refused.map(({ kind, name }) => `${kind} ${name}`)).toEqual([
    'command geoIntersects',
    'command geoNear',
    'command geoWithin',
    'command jsonSchema',
    'command text',
    'chained geoIntersects',
    'chained geoNear',
    'chained geoWithin',
    'aggregate meta',
    'stage geoNear',
  ])
  for (const operator of refused) {
    const shownBy = stateOf(operator)?.by?.split(': ')[1]
    expect(refusals.find(({ name }) => name === shownBy)?.message.source).toMatch(/^\\\$\w+$/)
  }
})

it('cannot send what the SDK only declares', async () => {
  const things = db.collection('things')
  const aggregation = things.aggregate() as unknown as Record<string, (value: unknown) => unknown>
  const chained = db.command.eq(1) as unknown as Record<string, unknown>
  for (const { kind, name } of operators.filter(({ isThere }) => !isThere)) {
    if (kind === 'stage') expect(() => aggregation[name]?.({})).toThrow('is not a function')
    else if (kind === 'chained') expect(chained[name]).toBeUndefined()
    else expect(Object.hasOwn(kind === 'aggregate' ? db.command.aggregate : db.command, name)).toBe(false)
  }
})

it('asks for everything on a search for a text, as a text, which the SDK loses', async () => {
  const things = db.collection('things')
  await things.add({ data: { t: 'b' } })
  expect((await things.where(db.command.text('a')).get()).data).toHaveLength(1)
})

it('is what OPERATORS.md says', () => {
  const path = join(__dirname, '../../tools/local-cloud/OPERATORS.md')
  const page = describeOperators(operators)
  if (process.env.UPDATE === '1') writeFileSync(path, page)
  expect(readFileSync(path, 'utf8')).toBe(page)
})
