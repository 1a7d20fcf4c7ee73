import type { Problem } from '#shared/newsletter/problem'
import { anError } from '../problem'

/** UTF-8 only: any other encoding is refused rather than guessed, since a wrong guess gives plausible nonsense. */
export function decodeText(bytes: Uint8Array): { text: string } | { problem: Problem } {
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
