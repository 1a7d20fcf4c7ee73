import { type IssueMark, takeMarks } from './issue-marks'
import { isTitleLike, type Piece } from './piece'
import { isContactLine } from './read-contact'
import {
  hasSeriesName,
  isByline,
  isContentsName,
  isDisclaimer,
  isFurniture,
  isSectionName,
  isTailName,
} from './words'

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
  return {
    masthead: [...front.slice(0, marksEnd), ...front.slice(forewordEnd, contentsStart)],
    contents: front.slice(contentsStart, bodyStart).filter((piece) => !isContentsName(piece.text)),
    foreword: front.slice(marksEnd, forewordEnd),
    body: front.slice(bodyStart).filter((piece) => piece.shape === 'prose' || !isFurniture(piece.text)),
    tail: pieces.slice(tailStart),
  }
}

/** The last part begins after the last item: with a disclaimer, an address, or a heading that announces them. */
function findTail(pieces: readonly Piece[]): number {
  const seen = new Set<string>()
  let lastItem = -1
  pieces.forEach((piece, index) => {
    const next = pieces[index + 1]
    if (piece.shape === 'prose' && piece.sources.length > 0 && !isTail(piece)) lastItem = index
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

/** The contents end where a title comes for the second time: there the body begins. */
function findBody(front: readonly Piece[], from: number): { contentsStart: number; bodyStart: number } {
  let proseStart = from
  while (isTitleLike(front[proseStart])) proseStart += 1
  const later = front.slice(proseStart)
  const laterKeys = new Set(later.map(({ key }) => key).filter((key) => key !== ''))
  const laterTitles = new Set(
    later.filter((_, index) => later[index + 1]?.shape === 'prose').map(({ key }) => key),
  )
  const seen = new Map<string, number>()
  for (let index = from; index < proseStart; index += 1) {
    const piece = front[index]
    if (!piece || piece.key.length < 2) continue
    const first = seen.get(piece.key)
    if (first !== undefined)
      return {
        contentsStart: announced(front, from, first),
        bodyStart: withSection(front, index, first, laterKeys),
      }
    seen.set(piece.key, index)
  }
  // The last title before the first text is that text's own, even where it recurs.
  const listed: number[] = []
  for (let index = from; index < proseStart - 1; index += 1)
    if (laterKeys.has(front[index]?.key ?? '')) listed.push(index)
  const [first, last] = [listed[0], listed.at(-1)]
  // Sections may recur without any list; the titles of texts do not.
  const isList = listed.some((index) => laterTitles.has(front[index]?.key ?? ''))
  if (isList && first !== undefined && last !== undefined)
    return { contentsStart: announced(front, from, first), bodyStart: last + 1 }
  const bodyStart = withoutContents(front, from, proseStart)
  return { contentsStart: bodyStart, bodyStart }
}

/** A heading such as 目录 begins the list; without one, its first known title does, with its section's name before. */
function announced(front: readonly Piece[], from: number, first: number): number {
  for (let index = from; index < first; index += 1) if (isContentsName(front[index]?.text ?? '')) return index
  let start = first
  while (
    start > from &&
    isSectionName(front[start - 1]?.text ?? '') &&
    !hasSeriesName(front[start - 1]?.text ?? '')
  )
    start -= 1
  return start
}

/** A section's name that the contents do not list stands between them and the first repeated title. */
function withSection(
  front: readonly Piece[],
  repeated: number,
  first: number,
  later: ReadonlySet<string>,
): number {
  let start = repeated
  while (start - 1 > first && repeated - start < 2) {
    const piece = front[start - 1]
    const isName = piece && (piece.rank !== null || piece.afterRule || isSectionName(piece.text))
    if (!isName || later.has(piece.key)) break
    start -= 1
  }
  return start
}

/** Before the first text stand its titles, and above these a section's name; the rest is still masthead. */
function withoutContents(front: readonly Piece[], from: number, proseStart: number): number {
  let start = from
  while (
    start < proseStart - 1 &&
    hasSeriesName(front[start]?.text ?? '') &&
    !isSectionName(front[start]?.text ?? '')
  )
    start += 1
  let section = proseStart - 1
  while (section > start && !isSectionName(front[section]?.text ?? '')) section -= 1
  const [name, above] = [front[section], front[section - 1]]
  const isTranslation = above && isSectionName(above.text) && above.language !== name?.language
  const first = isTranslation ? section - 1 : section
  return Math.max(start, Math.min(isSectionName(name?.text ?? '') ? first : proseStart, proseStart - 4))
}
