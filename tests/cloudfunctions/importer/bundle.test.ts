import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildFunctions } from '../../../config/build-functions'
import { functions } from '../../../config/functions'

jest.setTimeout(60_000)

/** What of each parser stands in every bundle that holds it. */
const PARSERS = {
  mammoth: 'tblHeader',
  'pdf.js': 'getOperatorList',
  'the character maps': 'UniGB-UCS2-H',
}

const folder = mkdtempSync(join(tmpdir(), 'bundles-'))

beforeAll(() => buildFunctions({ outDir: folder }))

afterAll(() => rmSync(folder, { recursive: true, force: true }))

const parsersOf = (name: string) => {
  const code = readFileSync(join(folder, name, 'index.js'), 'utf8')
  return Object.entries(PARSERS).flatMap(([parser, sign]) => (code.includes(sign) ? [parser] : []))
}

it('holds every parser of documents, so that nothing is installed in the cloud', () => {
  expect(parsersOf('importer')).toEqual(Object.keys(PARSERS))
})

it.each(Object.keys(functions).filter((name) => name !== 'importer'))('%s holds none of them', (name) => {
  expect(parsersOf(name)).toEqual([])
})
