import { plainText } from '../../text/tidy-spans'
import type { ReadParagraph } from './read-paragraphs'

/** From here on a document says by its styles which lines are headings. */
const ENOUGH_HEADINGS = 3
/** How much larger than the text a title is at least: 四号 beside 小四 is 14 points beside 12. */
const LARGER = 1.12
const LONGEST_TITLE = 260

/** In a document without styles for headings, lines in larger type are headings: the larger, the higher. */
export function ranksBySize(paragraphs: readonly ReadParagraph[]): Map<ReadParagraph, number> {
  const ranks = new Map<ReadParagraph, number>()
  const styled = paragraphs.filter(
    ({ facts, spans }) => facts.outline !== null && plainText(spans).trim() !== '',
  )
  const usual = usualSize(paragraphs)
  if (styled.length >= ENOUGH_HEADINGS || usual === null) return ranks
  const larger = paragraphs.filter(
    ({ size, spans, facts }) =>
      facts.outline === null &&
      size !== null &&
      size > usual * LARGER &&
      plainText(spans).length <= LONGEST_TITLE,
  )
  const sizes = [...new Set(larger.map(({ size }) => size ?? 0))].sort((a, b) => b - a)
  for (const paragraph of larger) ranks.set(paragraph, sizes.indexOf(paragraph.size ?? 0) + 1)
  return ranks
}

/** The size that most of the text has. */
function usualSize(paragraphs: readonly ReadParagraph[]): number | null {
  const lengths = new Map<number | null, number>()
  for (const { size, spans } of paragraphs)
    lengths.set(size, (lengths.get(size) ?? 0) + plainText(spans).trim().length)
  const [usual] = [...lengths].sort(([, a], [, b]) => b - a)
  return usual?.[0] ?? null
}
