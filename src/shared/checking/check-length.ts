import type { DraftItem } from '#shared/drafts/draft-issue'
import type { Counterparts } from './item-texts'
import { aMark, type Mark } from './mark'
import { chineseSize, countWords } from './text-size'

/**
 * English words for a Chinese character. The texts of nine issues lie between 0.33 and 0.75 in titles, between 0.44
 * and 0.93 in paragraphs, and the longer the closer: half a translation of a long paragraph is outside.
 */
const BOUNDS = [
  { part: 'title', from: 8, least: 0.2, most: 1.2 },
  { part: 'long', from: 60, least: 0.36, most: 1.1 },
  { part: 'short', from: 20, least: 0.25, most: 1.4 },
] as const

/** Lengths that cannot be a translation of each other. */
export function checkLength(item: DraftItem, { part, zh, en }: Counterparts): Mark[] {
  const characters = zh.reduce((sum, { text }) => sum + chineseSize(text), 0)
  const words = en.reduce((sum, { text }) => sum + countWords(text), 0)
  // As long as the shorter half should be by the longer one, so that neither a stub nor its counterpart is skipped.
  const size = Math.max(characters, words / 0.6)
  const bounds = BOUNDS.find((each) => (each.part === 'title') === (part === 'title') && size >= each.from)
  if (!bounds || (words >= characters * bounds.least && words <= characters * bounds.most)) return []
  return [
    aMark(
      { item: item.key, kind: 'length', part },
      [...zh, ...en].map(({ text }) => text),
    ),
  ]
}
