import { isTitleLike, type Piece } from './piece'
import { hasSeriesName, isContentsName, isSectionName } from './words'

/** The contents end where a title comes for the second time: there the body begins. */
export function findBody(
  front: readonly Piece[],
  from: number,
): { contentsStart: number; bodyStart: number } {
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
