import type { Block, BlockSpan } from '../read/block'
import { languageOf } from '../text/language'
import { cutSpans, plainText, tidySpans } from '../text/tidy-spans'
import { titleKey, withoutNumbering } from '../text/title-key'
import { cutProse, cutTitle } from './cut-bilingual'
import type { Piece, Shape } from './piece'
import { takeSources } from './source-link'

/** In Chinese characters, and in all others: a line may hold a title in both languages. */
const LONGEST_TITLE = { chinese: 70, other: 220 }
const LONGEST_HEADING = { chinese: 90, other: 260 }

/** Cuts the blocks into pieces of one language each, their source links taken out. */
export function piecesOf(blocks: readonly Block[]): Piece[] {
  const pieces: Piece[] = []
  let afterRule = false
  blocks.forEach((block, index) => {
    if (block.kind === 'rule') {
      afterRule = true
      return
    }
    for (const part of partsOf(block)) {
      for (const piece of piecesOfPart(part, block, index)) {
        pieces.push({ ...piece, afterRule })
        afterRule = false
      }
    }
  })
  return pieces
}

/** Lines of one language belong together; where the language changes, something else begins. */
function partsOf(block: Block): BlockSpan[][] {
  const lines = linesOf(block.spans)
  const parts: BlockSpan[][] = []
  let previous: { spans: BlockSpan[]; text: string } | null = null
  for (const line of lines) {
    const text = plainText(line)
    if (previous && !isBoldTitle(previous.spans, line) && continues(previous.text, text)) {
      previous.spans.push({ text: '\n', place: line[0]?.place ?? block.place }, ...line)
      previous.text += `\n${text}`
      continue
    }
    previous = { spans: [...line], text }
    parts.push(previous.spans)
  }
  return parts.flatMap((part) => {
    const cut = cutProse(plainText(part))
    return cut === null ? [part] : cutSpans(part, cut)
  })
}

function linesOf(spans: readonly BlockSpan[]): BlockSpan[][] {
  const lines: BlockSpan[][] = [[]]
  for (const span of spans) {
    if (span.text === '\n') lines.push([])
    else lines.at(-1)?.push(span)
  }
  return lines.filter((line) => plainText(line).trim() !== '')
}

/** A bold line over a plain one, in one paragraph, is a title over its text. */
function isBoldTitle(above: readonly BlockSpan[], line: readonly BlockSpan[]): boolean {
  const isBold = (spans: readonly BlockSpan[]): boolean =>
    spans.every((span) => span.emphasis || span.text.trim() === '')
  return isBold(above) && !isBold(line)
}

const SENTENCE_END = /[。！？!?.；;”"）)\]】]\s*$/u
const SHORT_LINE = 120

/** A line that wraps inside a sentence may begin with a quoted name: only short lines and full stops part languages. */
function continues(before: string, line: string): boolean {
  const lines = before.split('\n')
  const lastLine = lines.at(-1) ?? ''
  const [one, other] = [languageOf(lastLine), languageOf(line)]
  if (!one || !other || one === other) return true
  if (SENTENCE_END.test(before)) return false
  // Wrapped lines are about as long as each other: a much shorter one ends what it belongs to.
  const longest = lines.reduce((most, { length }) => Math.max(most, length), 0)
  return before.length > SHORT_LINE && lastLine.length * 2 > longest
}

function piecesOfPart(spans: BlockSpan[], block: Block, index: number): Piece[] {
  const whole = pieceOf(spans, block)
  if (whole.text === '' && whole.sources.length === 0) return []
  const lines = linesOf(spans)
  if (lines.length < 2) return cutPiece(whole, index)
  whole.lines = lines.flatMap((line) => cutPiece(pieceOf(line, block), index))
  return [whole]
}

function cutPiece(piece: Piece, index: number): Piece[] {
  if (piece.shape !== 'title' && piece.shape !== 'short') return [piece]
  const cut = cutTitle(piece.text)
  if (!cut) return [piece]
  const first = slicePiece(piece, 0, cut.end)
  const second = { ...slicePiece(piece, cut.start, piece.text.length), sources: [], marker: null }
  if (first.text === '' || second.text === '') return [piece]
  const halves: [Piece, Piece] = [
    { ...first, pair: index },
    { ...second, pair: index },
  ]
  if (cut.sure) return halves
  piece.halves = halves
  return [piece]
}

export function slicePiece(piece: Piece, from: number, to: number): Piece {
  const spans = tidySpans(cutSpans(cutSpans(piece.spans, to)[0], from)[1])
  const text = plainText(spans)
  return {
    ...piece,
    spans,
    text,
    language: languageOf(withoutNumbering(text)),
    key: titleKey(text),
    lines: [],
  }
}

function pieceOf(raw: BlockSpan[], block: Block): Piece {
  const taken = takeSources(raw)
  const hasText = taken.spans.some((span) => /[\p{L}\p{N}]/u.test(span.text))
  // What is left between two links, such as a stroke, is no text.
  const spans = hasText || taken.sources.length === 0 ? tidySpans(taken.spans) : []
  const text = plainText(spans)
  const language = languageOf(withoutNumbering(text))
  const shape = shapeOf(block, spans, text, taken.sources.length > 0)
  return {
    shape,
    language,
    spans,
    text,
    key: shape === 'prose' ? '' : titleKey(text),
    rank: block.rank,
    marker: block.marker,
    pair: null,
    sources: taken.sources,
    afterRule: false,
    place: raw.find((span) => span.text.trim() !== '')?.place ?? block.place,
    halves: null,
    lines: [],
  }
}

function shapeOf(block: Block, spans: readonly BlockSpan[], text: string, hasSource: boolean): Shape {
  if (text === '') return 'links'
  const isSentence = SENTENCE.test(text) && !ABBREVIATION.test(text)
  if (block.kind === 'heading') {
    // A rule right below a text makes a heading of it in Markdown; a real title is short and no sentence.
    const isText = text.includes('。') || (isSentence && (hasSource || text.length > 100))
    return isText || isLonger(text, LONGEST_HEADING) ? 'prose' : 'title'
  }
  if (isSentence || text.includes('。') || hasSource || isLonger(text, LONGEST_TITLE)) return 'prose'
  return spans.every((span) => span.emphasis) ? 'title' : 'short'
}

function isLonger(text: string, limit: { chinese: number; other: number }): boolean {
  if (text.length <= limit.chinese) return false
  if (text.length > limit.chinese + limit.other) return true
  const chinese = text.match(/\p{Script=Han}/gu)?.length ?? 0
  return chinese > limit.chinese || text.length - chinese > limit.other
}

const SENTENCE = /[。；;.：:，,][”"’）)]?$/u
const ABBREVIATION = /\b(?:inc|ltd|co|corp|llc|u\.s|u\.k|no)\.$/iu
