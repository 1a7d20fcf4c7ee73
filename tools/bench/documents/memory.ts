import { LARGEST_DOCUMENT } from '#shared/imports/endpoints'
import { functions } from '../../../config/functions'
import { type ImporterCloud, startImporterCloud } from '../../../tests/support/importer-cloud'
import type { Figure } from '../figure'
import { docxWithPictures } from './docx-with-pictures'
import { generateDocx } from './generate-docx'
import { generatePdf } from './generate-pdf'
import { pdfWithPictures } from './pdf-with-pictures'

/** Several times as many as the longest issue has: the rest of 20 MB is pictures. */
const ITEMS = 300

/** The most that the function takes for the largest documents that it takes, all its processes together. */
export async function benchMemory(): Promise<Figure[]> {
  const limit = functions.importer?.memory ?? Number.NaN
  const docx = docxWithPictures(generateDocx(ITEMS), LARGEST_DOCUMENT)
  const pdf = pdfWithPictures(generatePdf(ITEMS), LARGEST_DOCUMENT)
  const test = await startImporterCloud()
  try {
    const [ofDocx, ofPdf] = [await peakOf(test, 'docx', docx), await peakOf(test, 'pdf', pdf)]
    return [
      {
        name: 'documents/memory-20mb',
        value: Math.max(ofDocx, ofPdf) / limit,
        atMost: 1,
        baseline: `the function’s ${limit} MB (Word ${Math.round(ofDocx)} MB, PDF ${Math.round(ofPdf)} MB)`,
      },
    ]
  } finally {
    await test.close()
  }
}

async function peakOf(test: ImporterCloud, ending: string, bytes: Uint8Array): Promise<number> {
  const editor = await test.person('oEditor-0123456789abcdefghij', 'editor')
  let peak = 0
  let isOver = false
  const importing = editor.imports(`newsletter.${ending}`, bytes).finally(() => {
    isOver = true
  })
  while (!isOver) peak = Math.max(peak, await test.memory())
  const { state, problems } = await importing
  const items = (await test.drafts())[0]?.summary.itemCount
  if (state !== 'done' || items !== ITEMS)
    throw new Error(`The generated document was misread: ${problems[0]?.message ?? `${items} items`}`)
  await test.clear()
  return peak
}
