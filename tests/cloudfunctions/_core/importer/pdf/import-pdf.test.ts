import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { importDocument } from '#core/importer/import-document'
import { loadPdfjs } from '#core/importer/read/pdf/load-pdfjs'
import { newsletterLayouts } from '../../../../fixtures/importer/pdf/newsletter-layouts'

// The first test would wait for pdf.js to be compiled.
beforeAll(loadPdfjs, 60_000)

const root = join(__dirname, '../../../../..')
const newsletter = JSON.parse(
  readFileSync(join(root, 'tests/fixtures/importer/docx/newsletter.json'), 'utf8'),
)

describe('importDocument with one newsletter as different programs lay it out', () => {
  it.each(Object.entries(newsletterLayouts))('reads the same issue from %s', async (_, layOut) => {
    const { issue, problems } = await importDocument(layOut().finish())
    expect(problems).toEqual([])
    expect(issue).toEqual(newsletter)
  })
})

const customers = join(root, '../shared/newsletters')
const describeWithDocument = existsSync(join(customers, 'no-204.pdf')) ? describe : describe.skip

// The customer's document is not part of the project: where it does not lie beside it, this part is skipped.
describeWithDocument("importDocument with the customer's own document as PDF", () => {
  it('reads the issue that it reads from the Markdown, but for spaces between Chinese and other letters', async () => {
    const [pdf, markdown] = await Promise.all(
      ['no-204.pdf', 'no-204.md'].map((name) => importDocument(readFileSync(join(customers, name)))),
    )
    expect(pdf?.issue).not.toBeNull()
    expect(evened(pdf?.issue)).toEqual(evened(markdown?.issue))
    expect(pdf?.problems.map(({ code }) => code)).toEqual(Array(10).fill('source-without-address'))
  })
})

function evened(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value), (_, part: unknown) =>
    typeof part === 'string' ? part.replace(BETWEEN_SCRIPTS, '') : part,
  )
}

const BETWEEN_SCRIPTS =
  /(?<=[\p{Script=Han}，。、；：！？（）《》])\s+(?=[\p{Script=Latin}\p{N}(])|(?<=[\p{Script=Latin}\p{N})])\s+(?=\p{Script=Han})/gu
