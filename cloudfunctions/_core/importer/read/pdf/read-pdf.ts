import { anError } from '../../problem'
import type { ReadDocument } from '../block'

/** A PDF document's text, in the blocks that every reader yields. */
export async function readPdf(bytes: Uint8Array): Promise<ReadDocument> {
  const start = { page: 1 }
  const message = `PDF documents of ${bytes.length} bytes are not read yet: use Markdown or Word.`
  return { blocks: [], start, problems: [anError('pdf-unreadable', message, start)] }
}
