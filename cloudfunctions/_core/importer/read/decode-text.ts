import type { Problem } from '#shared/newsletter/problem'
import { anError } from '../problem'

const MAX_BYTES = 20 * 1024 * 1024

/** What a file really is, by its first bytes, where it is not the text that its name promises. */
const SIGNATURES: { bytes: number[]; name: string }[] = [
  { bytes: [0xff, 0xfe], name: 'UTF-16 text' },
  { bytes: [0xfe, 0xff], name: 'UTF-16 text' },
  { bytes: [0x25, 0x50, 0x44, 0x46], name: 'a PDF document' },
  { bytes: [0x50, 0x4b, 0x03, 0x04], name: 'a Word document or another zip file' },
  { bytes: [0xd0, 0xcf, 0x11, 0xe0], name: 'a Word document of the old kind' },
]

/** UTF-8 only: any other encoding is refused rather than guessed, since a wrong guess gives plausible nonsense. */
export function decodeText(bytes: Uint8Array): { text: string } | { problem: Problem } {
  const start = { line: 1, column: 1 }
  if (bytes.length > MAX_BYTES)
    return { problem: anError('too-large', 'The document is larger than 20 MB.', start) }
  const known = SIGNATURES.find((signature) => signature.bytes.every((byte, index) => bytes[index] === byte))
  if (known)
    return {
      problem: anError(
        'not-utf8',
        `This is ${known.name}: save it as Markdown in UTF-8 and try again.`,
        start,
      ),
    }
  // The decoder drops a byte-order mark by itself.
  const text = new TextDecoder('utf-8').decode(bytes)
  const nul = text.indexOf('\0')
  if (nul >= 0)
    return {
      problem: anError(
        'not-text',
        'This is no text in UTF-8, since it has NUL bytes: save it as UTF-8 and try again.',
        placeAt(text, nul),
      ),
    }
  if (isUtf8(bytes)) return { text }
  return {
    problem: anError(
      'not-utf8',
      'The text is not in UTF-8 (perhaps GBK or Big5): save it as UTF-8 and try again.',
      placeAt(text, Math.max(0, text.indexOf('\ufffd'))),
    ),
  }
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

function placeAt(text: string, index: number): { line: number; column: number } {
  const before = text.slice(0, index).split(/\r\n|\r|\n/u)
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 }
}
