import fc from 'fast-check'
import { anIssue } from '../../support/an-issue'
import { type IssuesCloud, startIssuesCloud } from '../../support/issues-cloud'
import { seeds } from '../../support/seeds'

let issues: IssuesCloud

beforeAll(async () => {
  issues = await startIssuesCloud()
  await issues.publish(anIssue())
}, 60_000)

afterAll(() => issues.close())

const key = fc.constantFrom(
  'endpoint',
  'input',
  'id',
  'revision',
  'cursor',
  'seriesId',
  'limit',
  '__proto__',
  'constructor',
  '$ne',
)
const leaf = fc.oneof(
  fc.constantFrom('get', 'list', '301', '', '../301', '$where', 'toString', '2021-06-00:000301:301', null),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.double(),
  fc.boolean(),
)
const junk = fc.letrec((tie) => ({
  value: fc.oneof({ depthSize: 'small' }, leaf, fc.array(tie('value'), { maxLength: 4 }), tie('object')),
  object: fc.dictionary(key, tie('value'), { maxKeys: 5 }),
}))
const event = fc.oneof(
  junk.object as fc.Arbitrary<object>,
  fc.record({ endpoint: fc.constantFrom('get', 'list'), input: junk.value }),
  fc.record({ endpoint: fc.constantFrom('get', 'list'), input: junk.object }),
)

it.each(seeds(50))('answers a malformed event as a reply, never a crash (seed %i)', async (seed) => {
  for (const sent of fc.sample(event, { seed, numRuns: 1 })) {
    const reply = await issues.call(sent)
    if (reply.ok) expect(Object.keys(reply)).toEqual(['ok', 'data'])
    else expect(['INVALID_INPUT', 'NOT_FOUND']).toContain(reply.error.code)
  }
})

it('answers as before after all of it', async () => {
  expect(await issues.call({ endpoint: 'get', input: { id: '301' } })).toMatchObject({ ok: true })
})
