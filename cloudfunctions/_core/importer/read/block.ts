import type { Place, Problem } from '#shared/newsletter/problem'

/** A run of text in one style, or `'\n'` for a line's end inside a block. `href` is as written: it may be no address. */
export type BlockSpan = { text: string; place: Place; emphasis?: true; href?: string }

export type BlockKind = 'heading' | 'paragraph' | 'list-item' | 'rule'

/** What every reader yields, whatever the format: a piece of the document with its text and its place. */
export type Block = {
  kind: BlockKind
  /** A heading's level, 1 the highest. A hint only: levels drift in real documents. */
  rank: number | null
  /** The number that an automatic list gives this block, such as `2.` or 三、; null elsewhere. */
  marker: string | null
  spans: BlockSpan[]
  place: Place
}

export type ReadDocument = {
  blocks: Block[]
  /** The place of a problem that concerns the document as a whole. */
  start: Place
  problems: Problem[]
}
