import { randomFillSync } from 'node:crypto'
import { LARGEST_DOCUMENT } from '#shared/imports/endpoints'
import { hostilePdfs } from '../../fixtures/hostile-documents/hostile-pdfs'
import { buildDocx, partsOf, zipParts } from '../../fixtures/importer/docx/build-docx'
import { hostileFiles } from '../../fixtures/importer/docx/hostile-files'
import { styledDocuments } from '../../fixtures/importer/docx/styled-documents'
import { hostileDocuments } from '../../fixtures/importer/pdf/hostile-documents'
import { type ImporterCloud, type Importing, startImporterCloud } from '../../support/importer-cloud'

jest.setTimeout(120_000)

const [newsletter = { body: '' }] = Object.values(styledDocuments)

let test: ImporterCloud
let editor: Importing

beforeAll(async () => {
  test = await startImporterCloud()
  editor = await test.person('oEditor-0123456789abcdefghij', 'editor')
})

afterAll(() => test.close())

/** 20 MB that begin like this and go on with bytes that mean nothing. */
function noise(start: string): Uint8Array {
  const bytes = randomFillSync(Buffer.alloc(LARGEST_DOCUMENT))
  bytes.write(start, 'latin1')
  return bytes
}

const words = Buffer.alloc(LARGEST_DOCUMENT, '数据出境安全评估办法自九月起施行，')

const others: Record<string, () => Uint8Array> = {
  '20 MB of noise': () => noise(''),
  '20 MB of noise that begins as a zip file does': () => noise('PK\u0003\u0004'),
  '20 MB of noise that begins as a PDF document does': () => noise('%PDF-1.7\n'),
  '20 MB of words without end': () => words.subarray(0, words.length - (words.length % 51)),
  '20 MB of quotations in quotations': () => Buffer.alloc(LARGEST_DOCUMENT, '> '),
  '20 MB of brackets': () => Buffer.alloc(LARGEST_DOCUMENT, '['),
  'a program': () => Buffer.from('MZ\u0090\u0000\u0003\u0000\u0000\u0000', 'latin1'),
}

/**
 * By their codes: the documents that could take a reader's time and memory, and one kind that is refused at a glance.
 * That all others get their one sentence, the readers' own tests show.
 */
const THROUGH_THE_FUNCTION = new Set([
  'pdf-too-long',
  'pdf-unpacks-too-large',
  'pdf-encrypted',
  'too-large-inside',
  'too-many-lines',
  'paragraph-too-long',
  'unsafe-xml',
  'encrypted',
])

async function expectRefusal(bytes: Uint8Array, code: unknown): Promise<void> {
  expect(await editor.imports('newsletter.docx', bytes)).toMatchObject({
    state: 'failed',
    draftId: null,
    problems: [{ severity: 'error', code, message: expect.stringMatching(/^[^\n]{20,300}\.$/u) }],
  })
  expect(test.cloud.files.list()).toEqual([])
  expect(await test.drafts()).toEqual([])
}

it.each(Object.entries({ ...others, ...hostilePdfs }))(
  'says one sentence of %s, and keeps nothing',
  async (_, bytes) => {
    // The reader itself has looked: its process was not ended.
    await expectRefusal(bytes(), expect.not.stringMatching(/^(?:too-much|broke-off)/u))
  },
)

it.each(hostileDocuments.filter(([, code]) => THROUGH_THE_FUNCTION.has(code)))(
  'says one sentence of a PDF document: %s, and keeps nothing',
  async (_, code, bytes) => {
    await expectRefusal(bytes(), code)
  },
)

it.each(Object.entries(hostileFiles(newsletter)).filter(([, { code }]) => THROUGH_THE_FUNCTION.has(code)))(
  'says one sentence of a Word document: %s, and keeps nothing',
  async (_, { code, bytes }) => {
    await expectRefusal(bytes(), code)
  },
)

it('reads a document with macros as text, and nothing of its macros', async () => {
  const parts = partsOf(newsletter)
  const types = (parts['[Content_Types].xml'] ?? '').replace(
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml',
    'application/vnd.ms-word.document.macroEnabled.main+xml',
  )
  const withMacros = zipParts({
    ...parts,
    '[Content_Types].xml': types,
    'word/vbaProject.bin': 'Sub AutoOpen()',
  })
  expect(await editor.imports('newsletter.docm', withMacros)).toMatchObject({ state: 'done' })
  expect(JSON.stringify(await test.drafts())).not.toContain('AutoOpen')
  await test.clear()
})

it('reads a document by what it is, under whatever name', async () => {
  expect(await editor.imports('newsletter.pdf', buildDocx(newsletter))).toMatchObject({ state: 'done' })
})

it('has had one instance for all of them', () => {
  expect(test.instances().size).toBe(1)
})
