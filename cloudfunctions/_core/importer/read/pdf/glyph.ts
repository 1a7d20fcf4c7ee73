/** One character as it stands on a page: `x` from the left, `y` of its baseline from the top, in points. */
export type Glyph = {
  text: string
  x: number
  y: number
  width: number
  size: number
  bold: boolean
  italic: boolean
  /** The font, where its name tells a Chinese one that is heavy by design. */
  isHei: boolean
  href?: string
}

export type PdfPage = { number: number; width: number; height: number; glyphs: Glyph[] }

export const isBlank = (glyph: Glyph): boolean => glyph.text.trim() === ''

/** Half a letter up from the baseline: where lines of one paragraph never overlap, and a raised figure still does. */
export const topOf = (glyph: Glyph): number => glyph.y - glyph.size / 2

export const endOf = (glyph: Glyph): number => glyph.x + glyph.width
