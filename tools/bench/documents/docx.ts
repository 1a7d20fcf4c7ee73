import { extractRawText } from 'mammoth'
import { importDocument } from '#core/importer/import-document'
import type { Figure } from '../figure'
import { median } from '../median'
import { timed } from '../timed'
import { generateDocx } from './generate-docx'

const ROUNDS = 15
/** 640 paragraphs of text: several times the longest issue. */
const ITEMS = 160

/** What a whole issue out of a Word document costs, against only its bare text. Both in turn, so that a slow moment strikes both. */
export async function benchDocx(): Promise<Figure[]> {
  const bytes = generateDocx(ITEMS)
  const { issue, problems } = await importDocument(bytes)
  const items = issue?.sections.flatMap((section) => section.items) ?? []
  if (items.length !== ITEMS || problems.length > 0)
    throw new Error(`The generated document was misread: ${problems[0]?.message ?? `${items.length} items`}`)
  const [bare, whole]: [number[], number[]] = [[], []]
  for (let round = 0; round < ROUNDS; round += 1) {
    bare.push(await timed(() => extractRawText({ buffer: Buffer.from(bytes) })))
    whole.push(await timed(() => importDocument(bytes)))
  }
  return [
    {
      name: 'documents/docx',
      value: median(whole) / median(bare),
      atMost: 1.5,
      baseline: 'mammoth’s bare text of the same document of 640 paragraphs',
    },
  ]
}
