import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { DraftIssue } from '#shared/drafts/draft-issue'
import type { Issue } from '#shared/newsletter/issue'
import { buildDocx } from '../../fixtures/importer/docx/build-docx'
import { editedDocuments } from '../../fixtures/importer/docx/edited-documents'
import { styledDocuments } from '../../fixtures/importer/docx/styled-documents'
import { unstyledDocuments } from '../../fixtures/importer/docx/unstyled-documents'
import { newsletterLayouts } from '../../fixtures/importer/pdf/newsletter-layouts'
import { type ImporterCloud, type Importing, startImporterCloud } from '../../support/importer-cloud'

jest.setTimeout(60_000)

const fixtures = join(__dirname, '../../fixtures/importer')
const customers = join(__dirname, '../../../../shared/newsletters')

const newsletter: Issue = JSON.parse(readFileSync(join(fixtures, 'docx/newsletter.json'), 'utf8'))

let test: ImporterCloud
let editor: Importing

beforeAll(async () => {
  test = await startImporterCloud()
  editor = await test.person('oEditor-0123456789abcdefghij', 'editor')
})

afterAll(() => test.close())

afterEach(() => test.clear())

/** The text of the one draft that a document has become. */
async function imported(fileName: string, bytes: Uint8Array): Promise<Omit<Issue, 'id'>> {
  const state = await editor.imports(fileName, bytes)
  if (state.state !== 'done') throw new Error(JSON.stringify(state.problems))
  const [draft] = await test.drafts()
  if (!draft) throw new Error('There is no draft.')
  await test.clear()
  return withoutKeys(draft.issue)
}

function withoutKeys({ sections, ...fields }: DraftIssue): Omit<Issue, 'id'> {
  const issue = {
    ...fields,
    sections: sections.map(({ title, items }) => ({
      title,
      items: items.map(({ key: _, ...item }) => item),
    })),
  }
  return issue as Omit<Issue, 'id'>
}

const { id: _, ...text } = newsletter

it.each(Object.entries({ ...styledDocuments, ...unstyledDocuments, ...editedDocuments }))(
  'makes the same draft of a Word document with %s',
  async (_name, file) => {
    expect(await imported('newsletter.docx', buildDocx(file))).toEqual(text)
  },
)

it.each(Object.entries(newsletterLayouts))(
  'makes the same draft of a PDF document with %s',
  async (_name, layout) => {
    expect(evenSpace(await imported('newsletter.pdf', layout().finish()))).toEqual(evenSpace(text))
  },
)

const itWithDocuments = existsSync(customers) ? it : it.skip

// The customer's documents are no part of the project: where they do not lie beside it, this is skipped.
itWithDocuments("makes the same draft of the customer's issue in each of its three formats", async () => {
  const drafts: unknown[] = []
  for (const ending of ['md', 'docx', 'pdf'])
    drafts.push(
      evenSpace(await imported(`no-204.${ending}`, readFileSync(join(customers, `no-204.${ending}`)))),
    )
  const [markdown, word, pdf] = drafts
  expect(markdown).toMatchObject({ number: 204 })
  expect(word).toEqual(markdown)
  expect(pdf).toEqual(markdown)
})

/** White space between Chinese and Latin letters is a matter of the format. */
function evenSpace(issue: unknown): unknown {
  const even = JSON.stringify(issue).replace(
    /(?<=\p{Script=Han}) +(?=[\p{Script=Latin}\p{N}])|(?<=[\p{Script=Latin}\p{N}]) +(?=\p{Script=Han})/gu,
    '',
  )
  return JSON.parse(even)
}
