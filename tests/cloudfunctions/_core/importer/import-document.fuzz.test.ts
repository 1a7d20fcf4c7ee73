import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import { importDocument } from '#core/importer/import-document'
import { IssueSchema } from '#shared/newsletter/issue'
import { ProblemSchema } from '#shared/newsletter/problem'
import { createRandom, type Random } from '../../../support/create-random'
import { seeds } from '../../../support/seeds'

const fixtures = join(__dirname, '../../../fixtures/importer')
const documents = readdirSync(fixtures)
  .filter((file) => file.endsWith('.md'))
  .map((file) => readFileSync(join(fixtures, file)))

const MUTATIONS_A_SEED = 40
/** Far above what any of them takes on a busy machine: it tells a hang, not a speed. */
const LONGEST_MILLISECONDS = 20_000

describe('importDocument with damaged documents', () => {
  it.each(seeds(10))(
    'answers each with a valid issue or an error, without throwing or hanging (seed %i)',
    async (seed) => {
      const random = createRandom(seed)
      for (let round = 0; round < MUTATIONS_A_SEED; round += 1) {
        const bytes = mutate(random)
        const start = performance.now()
        const { issue, problems } = await importDocument(bytes)
        expect(performance.now() - start).toBeLessThan(LONGEST_MILLISECONDS)
        for (const problem of problems) expect(v.is(ProblemSchema, problem)).toBe(true)
        const hasError = problems.some(({ severity }) => severity === 'error')
        expect(hasError).toBe(issue === null)
        if (issue) expect(v.safeParse(IssueSchema, issue).issues).toBeUndefined()
      }
    },
  )
})

function mutate(random: Random): Uint8Array {
  let bytes: Buffer = random.pick(documents)
  for (let times = 1 + random.below(4); times > 0; times -= 1) bytes = random.pick(MUTATIONS)(bytes, random)
  return bytes
}

const MARKUP = [
  '# ',
  '> ',
  '- ',
  '1. ',
  '**',
  '[',
  '](',
  '（',
  '|',
  '\n---\n',
  '<div>',
  '```',
  '\u3000',
  '\0',
  '\ud800',
]

const MUTATIONS: ((bytes: Buffer, random: Random) => Buffer)[] = [
  (bytes, random) => bytes.subarray(0, random.below(bytes.length + 1)),
  (bytes, random) => bytes.subarray(random.below(bytes.length + 1)),
  (bytes) => Buffer.concat([bytes, bytes]),
  ofLines((lines, random) => lines.filter(() => random.below(8) > 0)),
  ofLines((lines, random) => lines.flatMap((line) => (random.below(8) === 0 ? [line, line] : [line]))),
  ofLines((lines, random) => {
    const shuffled = [...lines]
    for (let index = shuffled.length - 1; index > 0; index -= 1) {
      const other = random.below(index + 1)
      const [a = '', b = ''] = [shuffled[index], shuffled[other]]
      shuffled[index] = b
      shuffled[other] = a
    }
    return shuffled
  }),
  ofLines((lines, random) =>
    lines.map((line) => (random.below(6) === 0 ? random.pick(MARKUP) + line : line)),
  ),
  ofLines((lines) => lines.filter((line) => line !== '')),
  ofLines((lines) => [lines.join(' ')]),
  (bytes) => Buffer.from(bytes.toString('utf8'), 'utf16le'),
  (bytes) => Buffer.from(bytes.toString('latin1'), 'utf8'),
  (bytes, random) => {
    const damaged = Buffer.from(bytes)
    for (let times = random.below(20); times > 0 && damaged.length > 0; times -= 1)
      damaged[random.below(damaged.length)] = random.below(256)
    return damaged
  },
  (bytes, random) => {
    const at = random.below(bytes.length + 1)
    const repeated = random.pick(MARKUP).repeat(random.below(2000))
    return Buffer.concat([bytes.subarray(0, at), Buffer.from(repeated), bytes.subarray(at)])
  },
]

function ofLines(change: (lines: string[], random: Random) => string[]) {
  return (bytes: Buffer, random: Random): Buffer =>
    Buffer.from(change(bytes.toString('utf8').split('\n'), random).join('\n'))
}
