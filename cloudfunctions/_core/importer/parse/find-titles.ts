import type { Warn } from '../problem'
import { numberingOf } from '../text/title-key'
import { type Contents, shorten } from './contents'
import { isTitleLike, numberedText, type Piece } from './piece'
import { joinPieces } from './settle-pieces'
import { isSectionName } from './words'

export type Role = 'section' | 'title' | 'text'
export type RolePiece = { role: Role; piece: Piece }

/** Decides for each piece of the body whether it names a section, is an item's title, or belongs to a text. */
export function findTitles(body: readonly Piece[], contents: Contents, warn: Warn): RolePiece[] {
  const titles = markTitles(body, contents, warn)
  const sections = markSections(body, titles, contents)
  const roles = body.map((piece, index): RolePiece => {
    return { role: sections[index] ? 'section' : titles[index] ? 'title' : 'text', piece }
  })
  return joinSplitTitles(roles, contents, warn)
}

function markTitles(body: readonly Piece[], contents: Contents, warn: Warn): boolean[] {
  const titles: boolean[] = []
  const texts = body.filter((piece, index) => piece.shape === 'prose' && body[index - 1]?.shape !== 'prose')
  const headed = body.filter((piece, index) => piece.rank !== null && body[index + 1]?.shape === 'prose')
  const usesHeadings = headed.length * 3 > texts.length
  const listed = body.filter((piece, index) => contents.has(piece.key) && body[index + 1]?.shape === 'prose')
  const contentsTell = !usesHeadings && listed.length * 2 > texts.length
  for (let index = 0; index < body.length; index += 1) {
    titles.push(isTitle(body, index, titles, contents, { usesHeadings, contentsTell }))
    const piece = body[index]
    if (contentsTell && piece?.shape === 'title' && !titles[index])
      warn(
        'title-not-listed',
        `"${shorten(piece.text)}" is not in the contents list: it was read as a line of the text above.`,
        piece.place,
      )
  }
  return titles
}

function isTitle(
  body: readonly Piece[],
  index: number,
  titles: readonly boolean[],
  contents: Contents,
  { usesHeadings, contentsTell }: { usesHeadings: boolean; contentsTell: boolean },
): boolean {
  const [before, piece, next] = [body[index - 1], body[index], body[index + 1]]
  if (!isTitleLike(piece) || !piece.language) return false
  if (contents.has(piece.key)) return true
  // Where titles are headings or stand in the contents, a bold line inside a text divides that text.
  const isInText =
    before?.shape === 'prose' && before.language === piece.language && before.sources.length === 0
  if (piece.shape === 'title') return piece.rank !== null || !(usesHeadings || contentsTell) || !isInText
  // From here on a plain short line: a title by its position only.
  const afterTitle = before !== undefined && titles[index - 1] === true
  if (afterTitle && before.language === piece.language && !namesSection(body, index - 1)) return false
  if (next === undefined || (next.shape === 'prose' && next.language !== piece.language && !afterTitle))
    return false
  const textEnded =
    before === undefined ||
    afterTitle ||
    piece.afterRule ||
    before.sources.length > 0 ||
    before.shape === 'links'
  if (textEnded) return true
  return !usesHeadings && before.language !== piece.language
}

/** A heading, in one language or in both, that a plain title may stand below; below any other it goes on with it. */
function namesSection(body: readonly Piece[], index: number): boolean {
  const [above, piece] = [body[index - 1], body[index]]
  if (piece?.shape !== 'title' || piece.pair !== null || isSectionName(piece.text)) return true
  return isTitleLike(above) && above.rank === piece.rank && above.language !== piece.language
}

function markSections(body: readonly Piece[], titles: readonly boolean[], contents: Contents): boolean[] {
  const isTitleAt = (index: number): boolean => titles[index] === true
  const pairs = body.filter((piece, index) => piece.pair !== null && isTitleAt(index)).length
  const itemsArePairs = pairs * 2 > titles.filter(Boolean).length
  const capitals = body.filter((piece, index) => isTitleAt(index) && isInCapitals(piece.text)).length
  const capitalsTell = capitals * 2 <= titles.filter(Boolean).length
  const ranks = body.flatMap(({ text, rank }, index) =>
    isTitleAt(index) && rank !== null && isSectionName(text) ? [rank] : [],
  )
  // Below the level of the sections that are known by their words, a heading is an item's, or stands inside a text.
  const deepest = ranks.length > 0 ? Math.max(...ranks) : Infinity
  const sections: boolean[] = body.map(() => false)
  for (let index = 0; index < body.length; index += 1) {
    const piece = body[index]
    if (!piece || !isTitleAt(index)) continue
    const second = translationAt(body, titles, index)
    const group = second ? [piece, second] : [piece]
    const next = body[index + group.length]
    const isBeforeTitle = isTitleAt(index + group.length)
    const isNamed = group.some(
      ({ text, key }) =>
        isSectionName(text) || contents.isSection(key) || (capitalsTell && isInCapitals(text)),
    )
    const isSection = isNamed
      ? isBeforeTitle || second?.pair != null || group.every(({ text }) => isSectionName(text))
      : isBeforeTitle &&
        next !== undefined &&
        (piece.rank ?? 0) <= deepest &&
        leadsByPosition(group, next, itemsArePairs)
    if (!isSection) continue
    for (let at = index; at < index + group.length; at += 1) sections[at] = true
    index += group.length - 1
  }
  return sections
}

/** A title's other half: the rest of its block, or the next title where that is followed by one in the first language. */
function translationAt(body: readonly Piece[], titles: readonly boolean[], index: number): Piece | undefined {
  const [piece, next, following] = [body[index], body[index + 1], body[index + 2]]
  if (!piece || !next || titles[index + 1] !== true || next.language === piece.language) return undefined
  if (piece.pair !== null) return next.pair === piece.pair ? next : undefined
  if (next.pair !== null || piece.rank !== next.rank || next.afterRule) return undefined
  if (isSectionName(piece.text) && isSectionName(next.text)) return next
  return titles[index + 2] === true && following?.language === piece.language ? next : undefined
}

/** Where words say nothing: a higher rank, another numbering or a rule sets a section's name apart from the title below. */
function leadsByPosition(group: readonly Piece[], next: Piece, itemsArePairs: boolean): boolean {
  const first = group[0]
  if (!first || isSectionName(next.text) || (group.length === 1 && next.language !== first.language))
    return false
  if (group.length === 2 && first.pair !== null && !itemsArePairs) return true
  if (first.rank !== null && (next.rank === null || first.rank < next.rank)) return true
  const [numbering, below] = [first, next].map((piece) => numberingOf(numberedText(piece)).style)
  if ((numbering === 'chinese' || numbering === 'roman') && below !== numbering) return true
  return (first.afterRule || next.afterRule) && first.text.length <= 40
}

function isInCapitals(text: string): boolean {
  return /\p{Lu}{3}/u.test(text) && !/\p{Ll}/u.test(text) && !/\p{Script=Han}/u.test(text)
}

/**
 * Two titles of one language in a row: one title on two lines, unless the contents know both; a lower one divides
 * the text.
 */
function joinSplitTitles(roles: readonly RolePiece[], contents: Contents, warn: Warn): RolePiece[] {
  const joined: RolePiece[] = []
  for (const current of roles) {
    const last = joined.at(-1)
    const isSplit =
      last?.role === 'title' &&
      current.role === 'title' &&
      last.piece.language === current.piece.language &&
      last.piece.pair === null &&
      !current.piece.afterRule &&
      last.piece.sources.length === 0 &&
      !(contents.has(last.piece.key) && contents.has(current.piece.key)) &&
      numberingOf(current.piece.text).value === null &&
      current.piece.marker === null
    if (!last || !isSplit) {
      joined.push({ ...current })
      continue
    }
    const [rank, below] = [last.piece.rank, current.piece.rank]
    if (rank !== null && (below === null || below > rank)) {
      joined.push({ role: 'text', piece: current.piece })
      continue
    }
    last.piece = joinPieces(last.piece, current.piece)
    warn('title-joined', `Two titles in a row were read as one: "${last.piece.text}".`, last.piece.place)
  }
  return joined
}
