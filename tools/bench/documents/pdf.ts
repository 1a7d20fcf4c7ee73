import { importDocument } from '#core/importer/import-document'
import { CharacterMaps } from '#core/importer/read/pdf/character-maps'
import { loadPdfjs } from '#core/importer/read/pdf/load-pdfjs'
import type { Figure } from '../figure'
import { median } from '../median'
import { timed } from '../timed'
import { generatePdf } from './generate-pdf'

const ROUNDS = 9
/** Some forty pages: several times the longest issue. */
const ITEMS = 80

/** What a whole issue out of a PDF costs, against only what pdf.js says of its pages. */
export async function benchPdf(): Promise<Figure[]> {
  const bytes = generatePdf(ITEMS)
  const { issue, problems } = await importDocument(bytes)
  const items = issue?.sections.flatMap((section) => section.items) ?? []
  if (items.length !== ITEMS || problems.length > 0)
    throw new Error(`The generated document was misread: ${problems[0]?.message ?? `${items.length} items`}`)
  const [bare, whole]: [number[], number[]] = [[], []]
  for (let round = 0; round < ROUNDS; round += 1) {
    bare.push(await timed(() => readPages(bytes)))
    whole.push(await timed(() => importDocument(bytes)))
  }
  return [
    {
      name: 'documents/pdf',
      value: median(whole) / median(bare),
      atMost: 2,
      baseline: 'pdf.js’s text and operator lists of all pages of the same document',
    },
  ]
}

async function readPages(bytes: Uint8Array): Promise<void> {
  const { getDocument } = await loadPdfjs()
  const loading = getDocument({
    data: new Uint8Array(bytes),
    cMapUrl: 'character-maps/',
    BinaryDataFactory: CharacterMaps,
    isEvalSupported: false,
    useSystemFonts: false,
    verbosity: 0,
  })
  const document = await loading.promise
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number)
    await page.getTextContent()
    await page.getOperatorList()
    page.cleanup()
  }
  await loading.destroy()
}
