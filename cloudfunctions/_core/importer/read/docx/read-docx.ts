import { anError } from '../../problem'
import type { ReadDocument } from '../block'

/** Reads a Word document (.docx). */
export async function readDocx(_bytes: Uint8Array): Promise<ReadDocument> {
  const start = { paragraph: 1 }
  return { blocks: [], start, problems: [anError('other-format', 'Word documents are not read yet.', start)] }
}
