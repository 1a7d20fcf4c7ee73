import type { Endpoint } from '#shared/endpoint'
import { seededChance } from '../../../tools/local-cloud/seeded-chance'
import { anIssue } from '../../support/an-issue'

type Parsed = { success: boolean; output: unknown }
type Library = { safeParse(schema: unknown, value: unknown): Parsed }

/** Readers' schemas, made of one library. */
function withLibrary(name: 'valibot' | '#cloud/valibot-on-phones') {
  const library = jest.requireActual<Library>(name)
  const made = { schemas: {} as Record<string, unknown> }
  jest.isolateModules(() => {
    jest.doMock('valibot', () => library)
    for (const file of ['#shared/issues/endpoints', '#shared/alerts/endpoints', '#shared/firm/endpoints'])
      for (const endpoint of Object.values(require(file) as Record<string, Partial<Endpoint>>))
        if (endpoint.output && endpoint.name) made.schemas[endpoint.name] = endpoint.output
    made.schemas.known = require('#shared/codes/target').TargetSchema
    jest.dontMock('valibot')
  })
  return { schemas: made.schemas, parse: library.safeParse }
}

const real = withLibrary('valibot')
const onPhones = withLibrary('#cloud/valibot-on-phones')

const issue = anIssue()
const contact = { ...issue.contact, website: 'https://example.com' }
const summary = {
  ...issue,
  seriesId: 'weekly-data-review',
  headlines: [{ zh: '标题', en: null }],
  itemCount: 1,
  minutes: { zh: 1, en: 2 },
}
const answers: unknown[] = [
  { issues: [summary], next: null },
  { status: 'unchanged', revision: 3 },
  { status: 'current', revision: 1, issue, seriesId: 'weekly', correction: null },
  {
    status: 'current',
    revision: 1,
    issue,
    seriesId: 'weekly',
    correction: { at: '', note: { zh: '更', en: null } },
  },
  { status: 'elsewhere', target: { kind: 'series', seriesId: 'weekly' } },
  { target: { kind: 'home' } },
  { kind: 'issue', issueId: '204' },
  { account: { name: ' 立方 ', originalId: 'gh_1', code: 'data:image/png;base64,AAAA' }, contact },
  { account: null, contact: null },
  {},
]

const OTHERS = [
  undefined,
  null,
  '',
  ' ',
  'x',
  '2026-02-30',
  0,
  -1,
  1.5,
  Number.NaN,
  2 ** 60,
  true,
  [],
  {},
  [null],
]

/** The same with one thing in it another one, gone, or more than there was. */
function changed(value: unknown, chance: () => number): unknown {
  const pick = <T>(some: readonly T[]) => some[Math.floor(chance() * some.length)] as T
  if (typeof value !== 'object' || value === null || chance() < 0.1) return pick(OTHERS)
  const entries = Object.entries(value)
  if (entries.length === 0) return chance() < 0.5 ? { more: 1 } : pick(OTHERS)
  const [key, inner] = pick(entries)
  const others = entries.filter(([other]) => other !== key)
  const next = chance() < 0.15 ? others : [...others, [key, changed(inner, chance)] as const]
  if (Array.isArray(value)) return next.map(([, each]) => each)
  return Object.fromEntries(chance() < 0.1 ? [...next, ['more', 1]] : next)
}

describe.each(Object.keys(real.schemas))('what a phone takes as the answer of %s', (name) => {
  it('is what valibot takes, and it makes the same of it', () => {
    let drawn = 0
    const chance = () => {
      drawn += 1
      return seededChance(7, drawn)
    }
    const fits = { yes: 0, no: 0 }
    for (const answer of answers) {
      for (let times = 0; times < 150; times += 1) {
        let value = answer
        for (let changes = times % 3; changes > 0; changes -= 1) value = changed(value, chance)
        const expected = real.parse(real.schemas[name], value)
        const found = onPhones.parse(onPhones.schemas[name], value)
        fits[expected.success ? 'yes' : 'no'] += 1
        expect([value, found.success]).toEqual([value, expected.success])
        if (expected.success) expect(found.output).toStrictEqual(expected.output)
      }
    }
    expect(fits.no).toBeGreaterThan(100)
  })
})
