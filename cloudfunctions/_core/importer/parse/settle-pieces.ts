import { isTitleLike, type Piece } from './piece'
import { slicePiece } from './pieces-of'
import { isSectionName } from './words'

/** How far a title's translation may be from it. */
const REACH = 6

/**
 * Settles what single blocks could not: which titles end in a page number, whether a block's lines are a list, whether
 * 国内要闻 Domestic News is two titles or a Chinese one that ends in a name, and which lines are one wrapped title.
 */
export function settlePieces(pieces: readonly Piece[]): Piece[] {
  return joinWrapped(partTitles(listLines(withoutPageNumbers(pieces))))
}

/** What is two titles in one place is so everywhere, in the contents as above the text. */
function partTitles(pieces: readonly Piece[]): Piece[] {
  const bilingual = new Set<string>()
  pieces.forEach((piece, index) => {
    if (piece.halves && areTwoTitles(piece.halves, pieces, index)) bilingual.add(piece.key)
  })
  return pieces.flatMap((piece) => (piece.halves && bilingual.has(piece.key) ? piece.halves : [piece]))
}

/** `Title ...... 3` where the same title stands elsewhere without the number, as in a table of contents. */
function withoutPageNumbers(pieces: readonly Piece[]): Piece[] {
  const known = new Set(pieces.flatMap(({ key, halves }) => [key, ...(halves ?? []).map((half) => half.key)]))
  const isKnown = ({ key, halves }: Piece, page: string): boolean =>
    [key, halves?.[1].key].some((one) => one?.endsWith(page) && known.has(one.slice(0, -page.length)))
  const strip = (piece: Piece): Piece => {
    const [mark, page] = PAGE_NUMBER.exec(piece.text) ?? []
    const lines = piece.lines.map(strip)
    if (!mark || !page || !isKnown(piece, page)) return { ...piece, lines }
    const bare = (titled: Piece): Piece => slicePiece(titled, 0, titled.text.length - mark.length)
    const halves: Piece['halves'] = piece.halves && [piece.halves[0], bare(piece.halves[1])]
    return { ...bare(piece), lines, halves }
  }
  return pieces.map(strip)
}

const PAGE_NUMBER = /[\s.…·_-]+(\d{1,3})$/u

function areTwoTitles([one, other]: [Piece, Piece], pieces: readonly Piece[], index: number): boolean {
  if (isSectionName(one.text) && isSectionName(other.text)) return true
  const english = one.language === 'en' ? one : other
  for (let near = Math.max(0, index - REACH); near <= index + REACH; near += 1) {
    const piece = pieces[near]
    if (
      near !== index &&
      isTitleLike(piece) &&
      piece.language === 'en' &&
      piece.key.length > english.key.length
    )
      if (piece.key.includes(english.key)) return false
  }
  const next = pieces[index + 1]
  if (isTitleLike(next)) return true
  const languages = new Set<string>()
  for (let after = index + 1; after <= index + REACH; after += 1) {
    const piece = pieces[after]
    if (piece?.shape !== 'prose' && piece?.shape !== 'links') break
    if (piece.language) languages.add(piece.language)
  }
  return languages.has('zh') && languages.has('en')
}

/** A paragraph of short lines is a list where its lines are titles elsewhere in the document. */
function listLines(pieces: readonly Piece[]): Piece[] {
  const counts = countKeys(pieces)
  return pieces.flatMap((piece) => {
    const known = piece.lines.filter((line) => line.key.length > 1 && counts.has(line.key)).length
    if (known * 2 < piece.lines.length || known === 0) return [piece]
    return piece.lines.map((line, index) => ({ ...line, afterRule: index === 0 && piece.afterRule }))
  })
}

function countKeys(pieces: readonly Piece[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { key } of pieces) if (key !== '') counts.set(key, (counts.get(key) ?? 0) + 1)
  return counts
}

const MOST_LINES = 4

/** Joins neighbours that are one title: where the joined title stands elsewhere, or where the first cannot end there. */
function joinWrapped(pieces: readonly Piece[]): Piece[] {
  const counts = countKeys(pieces)
  const joined: Piece[] = []
  for (let index = 0; index < pieces.length; index += 1) {
    const piece = pieces[index]
    if (!piece) continue
    const length = wrappedLines(pieces, index, counts)
    const lines = pieces.slice(index, index + length)
    joined.push(lines.length > 1 ? lines.reduce(joinPieces) : piece)
    index += length - 1
  }
  return joined
}

function wrappedLines(pieces: readonly Piece[], start: number, counts: ReadonlyMap<string, number>): number {
  const first = pieces[start]
  if (!isTitleLike(first) || first.key === '') return 1
  let key = first.key
  let sure = 1
  for (let length = 2; length <= MOST_LINES; length += 1) {
    const [before, next] = [pieces[start + length - 2], pieces[start + length - 1]]
    if (!before || !isTitleLike(next) || !sameTitleGoesOn(before, next)) break
    key += next.key
    const isKnown = (counts.get(next.key) ?? 0) > 1 && (counts.get(before.key) ?? 0) > 1
    if (counts.has(key)) sure = length
    else if (sure === length - 1 && !isKnown && cannotEnd(before.text, next.text)) sure = length
  }
  return sure
}

function sameTitleGoesOn(before: Piece, next: Piece): boolean {
  return before.language === next.language && !next.afterRule && next.pair === null && before.pair === null
}

/** An open bracket, a comma, a preposition, or a next line in small letters: the title goes on. */
function cannotEnd(before: string, next: string): boolean {
  const count = (pattern: RegExp): number => before.match(pattern)?.length ?? 0
  if (count(/[《（(“]/gu) > count(/[》）)”]/gu)) return true
  if (/[，、,—与和及-]$/u.test(before)) return true
  if (/\b(?:a|an|and|as|at|by|for|from|in|into|of|on|or|over|the|to|under|with|its)$/iu.test(before))
    return true
  return /^(?:and|as|at|by|for|from|in|into|of|on|or|over|the|to|under|with)\b/u.test(next)
}

export function joinPieces(first: Piece, second: Piece): Piece {
  const space = first.language === 'zh' ? '' : ' '
  return {
    ...first,
    shape: first.shape === 'title' || second.shape === 'title' ? 'title' : 'short',
    spans: [...first.spans, { text: space, place: second.place }, ...second.spans].filter(
      ({ text }) => text !== '',
    ),
    text: `${first.text}${space}${second.text}`,
    key: first.key + second.key,
    sources: [...first.sources, ...second.sources],
  }
}
