import type { Language } from '#shared/newsletter/bilingual'
import type { Place } from '#shared/newsletter/problem'
import type { BlockSpan } from '../read/block'
import type { SourceLink } from './source-link'

/**
 * How a piece looks: `title` is set as one (a heading, or bold as a whole), `short` could be one by its length,
 * `prose` is running text, `links` has nothing left but its source links.
 */
export type Shape = 'title' | 'short' | 'prose' | 'links'

/** A block's text in one language: the unit that the parser works with. */
export type Piece = {
  shape: Shape
  language: Language | null
  spans: BlockSpan[]
  text: string
  /** The title's letters and digits, for comparing; empty for prose. */
  key: string
  rank: number | null
  marker: string | null
  /** Pieces of one block that are each other's translation share its number: 国内要闻 | Domestic News. */
  pair: number | null
  sources: SourceLink[]
  /** A rule stands between this piece and the one before. */
  afterRule: boolean
  place: Place
  /** The same block read as two titles, where only its surroundings can tell: 国内要闻 Domestic News. */
  halves: [Piece, Piece] | null
  /** The lines of a block that has several, each read by itself: a contents list may be one paragraph. */
  lines: Piece[]
}

/** A title, or what could be one. */
export function isTitleLike(piece: Piece | undefined): piece is Piece {
  return piece?.shape === 'title' || piece?.shape === 'short'
}

/** The text with the number that an automatic list shows before it. */
export function numberedText({ marker, text }: Piece): string {
  return marker ? `${marker} ${text}` : text
}
