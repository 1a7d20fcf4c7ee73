import type { PDFPageProxy } from 'pdfjs-dist'
import { type FontStyle, fontStyle } from './font-style'
import type { Glyph } from './glyph'
import { apply, IDENTITY, type Matrix, multiply, toMatrix } from './matrix'

type Operators = typeof import('pdfjs-dist')['OPS']
type Font = FontStyle & { scale: number; isVertical: boolean }
type FontObject = { name?: string; fontMatrix?: number[]; vertical?: boolean }
/** What pdf.js says of a character to be shown; a bare number moves the next one. */
type ShownGlyph = { unicode: string; width: number; isSpace: boolean }

type State = {
  transform: Matrix
  font: Font
  size: number
  charSpacing: number
  wordSpacing: number
  stretch: number
  leading: number
  rise: number
  mode: number
}

const NO_FONT: Font = { bold: false, italic: false, isHei: false, scale: 0.001, isVertical: false }
const FILL_AND_STROKE = 2

/**
 * Where each character of a page stands: the page's own drawing is followed, since text that is put together before
 * it is placed loses what is drawn out of order, such as quotation marks in another font. `skewed` is
 * what does not stand upright on a horizontal line: a watermark, or vertical writing.
 */
export async function readGlyphs(
  page: PDFPageProxy,
  operators: Operators,
): Promise<{ glyphs: Glyph[]; skewed: string }> {
  // Annotations, such as a reviewer's comments, are no text of the page: 0 is "none".
  const { fnArray, argsArray } = await page.getOperatorList({ annotationMode: 0 })
  const pen = new Pen(toMatrix(page.getViewport({ scale: 1 }).transform), (id) => fontOf(page, id))
  const names = new Map(Object.entries(operators).map(([name, code]) => [code, name]))
  fnArray.forEach((code, index) => {
    pen.follow(names.get(code) ?? '', argsArray[index] ?? [])
  })
  return { glyphs: pen.glyphs, skewed: pen.skewed }
}

function fontOf(page: PDFPageProxy, id: string): Font {
  const font: FontObject | null = page.commonObjs.has(id) ? page.commonObjs.get(id) : null
  if (!font) return NO_FONT
  return {
    ...fontStyle(font.name ?? ''),
    scale: font.fontMatrix?.[0] ?? NO_FONT.scale,
    isVertical: font.vertical === true,
  }
}

/** Follows the operators that place text; all others leave it where it is. */
class Pen {
  readonly glyphs: Glyph[] = []
  skewed = ''
  private readonly fonts = new Map<string, Font>()
  private readonly saved: State[] = []
  private state: State
  private textMatrix: Matrix = IDENTITY
  private lineMatrix: Matrix = IDENTITY

  constructor(
    transform: Matrix,
    private readonly fontOf: (id: string) => Font,
  ) {
    this.state = {
      transform,
      font: NO_FONT,
      size: 0,
      charSpacing: 0,
      wordSpacing: 0,
      stretch: 1,
      leading: 0,
      rise: 0,
      mode: 0,
    }
  }

  follow(operator: string, args: unknown[]): void {
    const number = (index = 0): number => Number(args[index] ?? 0)
    switch (operator) {
      case 'save':
        this.saved.push({ ...this.state })
        return
      case 'restore':
        this.state = this.saved.pop() ?? this.state
        return
      case 'transform':
        this.state.transform = multiply(this.state.transform, toMatrix(args as number[]))
        return
      case 'paintFormXObjectBegin':
        this.saved.push({ ...this.state })
        this.state.transform = multiply(this.state.transform, toMatrix(args[0] as number[] | null))
        return
      case 'paintFormXObjectEnd':
        this.state = this.saved.pop() ?? this.state
        return
      case 'beginText':
        this.startAt(IDENTITY)
        return
      case 'setTextMatrix':
        this.startAt(toMatrix(args[0] as ArrayLike<number>))
        return
      case 'moveText':
        this.move(number(0), number(1))
        return
      case 'setLeadingMoveText':
        this.state.leading = -number(1)
        this.move(number(0), number(1))
        return
      case 'nextLine':
        this.move(0, -this.state.leading)
        return
      case 'setFont':
        this.setFont(String(args[0]), number(1))
        return
      case 'setGState':
        for (const [key, value] of args[0] as [string, unknown][])
          if (key === 'Font' && Array.isArray(value)) this.setFont(String(value[0]), Number(value[1]))
        return
      case 'setCharSpacing':
        this.state.charSpacing = number()
        return
      case 'setWordSpacing':
        this.state.wordSpacing = number()
        return
      case 'setHScale':
        this.state.stretch = number() / 100
        return
      case 'setLeading':
        this.state.leading = number()
        return
      case 'setTextRise':
        this.state.rise = number()
        return
      case 'setTextRenderingMode':
        this.state.mode = number()
        return
      // pdf.js turns the other operators that show text into this one.
      case 'showText':
        this.show(args[0] as (ShownGlyph | number)[])
        return
      default:
        return
    }
  }

  private startAt(matrix: Matrix): void {
    this.textMatrix = matrix
    this.lineMatrix = matrix
  }

  private move(x: number, y: number): void {
    this.startAt(multiply(this.lineMatrix, [1, 0, 0, 1, x, y]))
  }

  private setFont(id: string, size: number): void {
    let font = this.fonts.get(id)
    if (!font) {
      font = this.fontOf(id)
      this.fonts.set(id, font)
    }
    this.state.font = font
    this.state.size = size
  }

  private show(shown: readonly (ShownGlyph | number)[]): void {
    const { font, size, stretch, charSpacing, wordSpacing, rise, mode, transform } = this.state
    const matrix = multiply(transform, this.textMatrix)
    const [a, b, c, d] = matrix
    const scaleX = Math.hypot(a, b) || 1
    const scaleY = Math.abs((a * d - b * c) / scaleX)
    const isUpright = a > 0 && Math.abs(b) < 0.02 * scaleX && d < 0 && !font.isVertical
    const italic = font.italic || (isUpright && Math.abs(c) > 0.1 * scaleY)
    const bold = font.bold || mode === FILL_AND_STROKE
    let x = 0
    for (const glyph of shown) {
      if (typeof glyph === 'number') {
        x -= (glyph / 1000) * size * stretch
        continue
      }
      const width = glyph.width * font.scale * size * stretch
      const [left, baseline] = apply(matrix, x, rise)
      if (glyph.unicode !== '') {
        if (isUpright)
          this.glyphs.push({
            text: glyph.unicode,
            x: left,
            y: baseline,
            width: width * scaleX,
            size: Math.abs(size) * scaleY,
            bold,
            italic,
            isHei: font.isHei,
          })
        else this.skewed += glyph.unicode
      }
      x += width + (charSpacing + (glyph.isSpace ? wordSpacing : 0)) * stretch
    }
    this.textMatrix = multiply(this.textMatrix, [1, 0, 0, 1, x, 0])
  }
}
