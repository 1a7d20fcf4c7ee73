import type { Problem } from '#shared/newsletter/problem'
import { anError } from '../problem'
import type { ReadDocument } from './block'
import { decodeText } from './decode-text'
import { formatOf } from './format-of'
import { readMarkdown } from './read-markdown'

const MAX_BYTES = 20 * 1024 * 1024

/** Reads what the bytes are, whatever the file's name says. Each parser is loaded only where it is needed. */
export async function readDocument(bytes: Uint8Array): Promise<ReadDocument> {
  if (bytes.length > MAX_BYTES)
    return unread(anError('too-large', 'The document is larger than 20 MB.', { line: 1, column: 1 }))
  const format = formatOf(bytes)
  if (format === 'zip') return (await import('./docx/read-docx')).readDocx(bytes)
  if (format === 'pdf') return (await import('./pdf/read-pdf')).readPdf(bytes)
  const decoded = format === 'text' ? decodeText(bytes) : format
  return 'problem' in decoded ? unread(decoded.problem) : readMarkdown(decoded.text)
}

function unread(problem: Problem): ReadDocument {
  return { blocks: [], start: problem.place, problems: [problem] }
}
