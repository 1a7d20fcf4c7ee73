import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { importDocument } from '#core/importer/import-document'
import { loadPdfjs } from '#core/importer/read/pdf/load-pdfjs'
import { doubtfulLayouts } from '../../../../fixtures/importer/pdf/doubtful-layouts'

const fixtures = join(__dirname, '../../../../fixtures/importer/pdf')

// The first test would wait for pdf.js to be compiled.
beforeAll(loadPdfjs, 60_000)

describe('importDocument with a PDF in which it is not certain what belongs together', () => {
  // UPDATE=1 rewrites an expectation, but never makes one.
  it.each(Object.entries(doubtfulLayouts))('says where it is unsure in %s', async (name, layOut) => {
    const expected = join(fixtures, `${name}.json`)
    expect(existsSync(expected)).toBe(true)
    const { issue, problems } = await importDocument(layOut().finish())
    if (process.env.UPDATE === '1')
      writeFileSync(expected, `${JSON.stringify({ issue, problems }, null, 2)}\n`)
    expect(problems.length).toBeGreaterThan(0)
    expect({ issue, problems }).toEqual(JSON.parse(readFileSync(expected, 'utf8')))
  })
})
