import { findBody } from './find-body'
import { type IssueMark, takeMarks } from './issue-marks'
import { isTitleLike, type Piece } from './piece'
import { isContactLine } from './read-contact'
import { hasSeriesName, isByline, isContentsName, isDisclaimer, isFurniture, isTailName } from './words'

/** The document's parts, in its order. `foreword` is text between the masthead and the first title. */
export type Regions = {
  masthead: Piece[]
  contents: Piece[]
  foreword: Piece[]
  body: Piece[]
  tail: Piece[]
}

export function findRegions(pieces: readonly Piece[]): Regions {
  const tailStart = findTail(pieces)
  const front = pieces.slice(0, tailStart)
  const marksEnd = findMarksEnd(front)
  const forewordEnd = skipProse(front, marksEnd)
  const { contentsStart, bodyStart } = findBody(front, forewordEnd)
  const contents = front.slice(contentsStart, bodyStart).filter(({ text }) => !isContentsName(text))
  return {
    masthead: [...front.slice(0, marksEnd), ...front.slice(forewordEnd, contentsStart)],
    contents,
    foreword: front.slice(marksEnd, forewordEnd),
    body: withoutFurniture(front.slice(bodyStart), contents),
    tail: pieces.slice(tailStart),
  }
}

/** 扫码关注 between two items is no text of theirs; a title about 公众号 or WeChat is set as one or heads a text. */
function withoutFurniture(body: readonly Piece[], contents: readonly Piece[]): Piece[] {
  const listed = new Set(contents.map(({ key }) => key))
  return body.filter(
    (piece, index) =>
      !isTitleLike(piece) ||
      !isFurniture(piece.text) ||
      piece.rank !== null ||
      listed.has(piece.key) ||
      body[index + 1]?.shape === 'prose',
  )
}

/** The last part begins after the last item: with a disclaimer, an address, or a heading that announces them. */
function findTail(pieces: readonly Piece[]): number {
  const seen = new Set<string>()
  let lastItem = -1
  pieces.forEach((piece, index) => {
    const next = pieces[index + 1]
    if (piece.shape === 'prose' && piece.sources.length > 0) lastItem = index
    const mayBeItem = piece.shape === 'title' || (isTitleLike(piece) && seen.has(piece.key))
    if (mayBeItem && next?.shape === 'prose' && !isTail(piece) && !isTail(next) && !isFurniture(piece.text))
      lastItem = index
    if (piece.key !== '') seen.add(piece.key)
  })
  for (let index = lastItem + 1; index < pieces.length; index += 1) {
    const piece = pieces[index]
    if (piece && isTail(piece)) return index
  }
  return pieces.length
}

function isTail(piece: Piece): boolean {
  if (isTailName(piece.text) || isByline(piece.text)) return true
  if (piece.shape === 'prose' && isDisclaimer(piece.text)) return true
  return piece.text.length < 300 && isContactLine(piece.lines[0]?.text ?? piece.text)
}

/** How many pieces a masthead may have. */
const LONGEST_MASTHEAD = 30

/** After the last number or date that stands by itself, or behind a series' name, before the first text. */
function findMarksEnd(front: readonly Piece[]): number {
  let end = 0
  const known: IssueMark[] = []
  for (let index = 0; index < Math.min(front.length, LONGEST_MASTHEAD); index += 1) {
    const piece = front[index]
    if (!piece || (piece.shape === 'prose' && end > 0)) break
    if (piece.text.length > 120) continue
    const { marks, rest } = takeMarks(piece.text)
    if (isComplete(known) && front[index + 1]?.shape === 'prose' && datesText(marks, known)) break
    known.push(...marks)
    if (marks.length > 0 && (rest === '' || (isTitleLike(piece) && (hasSeriesName(rest) || index < 3))))
      end = index + 1
  }
  return end
}

function isComplete(marks: readonly IssueMark[]): boolean {
  return marks.some(({ kind }) => kind === 'number') && marks.some(({ kind }) => kind === 'date')
}

/** A date of its own right above a text is that text's: 2022年9月20日 below the first title. */
function datesText(marks: readonly IssueMark[], known: readonly IssueMark[]): boolean {
  return (
    marks.length > 0 &&
    marks.every(
      (mark) =>
        mark.kind === 'date' &&
        !known.some((one) => one.kind === 'date' && one.month === mark.month && one.day === mark.day),
    )
  )
}

function skipProse(front: readonly Piece[], from: number): number {
  let index = from
  while (front[index] && !isTitleLike(front[index])) index += 1
  // Text without a single title behind it is no foreword but the text itself.
  return index < front.length ? index : from
}
