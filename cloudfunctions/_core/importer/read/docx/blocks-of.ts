import type { Warn } from '../../problem'
import { plainText } from '../../text/tidy-spans'
import type { Block } from '../block'
import type { ListMarkers } from './list-markers'
import type { LeftOut } from './prepare-body'
import { ranksBySize } from './ranks-by-size'
import type { ReadParagraph } from './read-paragraphs'

const MESSAGES: Record<LeftOut, string> = {
  image: 'An image was left out: an issue is text only.',
  footnote: 'A footnote was left out.',
  comment: 'A comment was left out.',
  'hidden-text': 'Hidden text was left out.',
  formula: 'A formula was left out: write it as text.',
  'embedded-document': 'A document that is embedded here was left out: copy its text into this one.',
}

/** From Word's paragraphs to the blocks that every reader yields. */
export function blocksOf(paragraphs: readonly ReadParagraph[], markers: ListMarkers, warn: Warn): Block[] {
  const bySize = ranksBySize(paragraphs)
  const blocks: Block[] = []
  for (const paragraph of paragraphs) {
    const { facts, spans, place } = paragraph
    for (const left of facts.leftOut) warn(`${left}-left-out`, MESSAGES[left], place)
    const marker = facts.place ? markers.next(facts.place) : null
    if (plainText(spans).trim() === '') {
      if (facts.isRule) blocks.push({ kind: 'rule', rank: null, marker: null, spans: [], place })
      continue
    }
    const rank = facts.outline ?? bySize.get(paragraph) ?? null
    const kind = rank !== null ? 'heading' : facts.place ? 'list-item' : 'paragraph'
    blocks.push({ kind, rank, marker, spans, place })
  }
  return blocks
}
