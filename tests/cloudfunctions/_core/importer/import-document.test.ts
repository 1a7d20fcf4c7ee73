import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { importDocument } from '#core/importer/import-document'

const root = join(__dirname, '../../../..')
const fixtures = join(root, 'tests/fixtures/importer')
const names = readdirSync(fixtures)
  .filter((file) => file.endsWith('.md'))
  .map((file) => file.slice(0, -'.md'.length))

describe('importDocument', () => {
  // Each fixture is one difficulty of real documents; UPDATE=1 rewrites an expectation, but never makes one.
  test.each(names)('reads the fixture %s as expected', (name) => {
    const expected = join(fixtures, `${name}.json`)
    expect(existsSync(expected)).toBe(true)
    const result = importDocument(readFileSync(join(fixtures, `${name}.md`)))
    if (process.env.UPDATE === '1') writeFileSync(expected, `${JSON.stringify(result, null, 2)}\n`)
    expect(result).toEqual(JSON.parse(readFileSync(expected, 'utf8')))
  })
})
