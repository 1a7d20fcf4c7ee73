import type { Problem } from '#shared/newsletter/problem'
import { anError } from '../../problem'
import type { PdfPage } from './glyph'

/** Why the pages' text is none: there is no text, or its characters cannot be told. */
export function findTextObstacle(pages: readonly PdfPage[]): Problem | null {
  const texts = pages.map((page) => page.glyphs.map(({ text }) => text).join(''))
  const letters = texts.join('').match(/[\p{L}\p{Co}\p{Cn}\p{Cc}\ufffd]/gu) ?? []
  if (!letters.some((letter) => KNOWN.test(letter))) {
    const message =
      'The PDF has no text: its pages are pictures, perhaps scanned. Choose the Word document, or a PDF saved from it.'
    return letters.length > 0 ? unreadable() : anError('pdf-scanned', message, { page: 1 })
  }
  const known = letters.filter((letter) => KNOWN.test(letter)).length
  return known * 5 < letters.length * 4 ? unreadable() : null
}

const KNOWN = /[\p{Script=Han}\p{Script=Latin}]/u

/** Without a table from glyphs to characters, a font's own numbers come out, as letters of any script. */
function unreadable(): Problem {
  const message =
    'The fonts of the PDF do not say which characters they show, so its text cannot be read. Choose the Word document, or save it as PDF again.'
  return anError('pdf-characters-unknown', message, { page: 1 })
}
