import type { Problem } from '#shared/newsletter/problem'
import { anError } from '../../problem'
import { plainText } from '../../text/tidy-spans'
import type { ReadParagraph } from './read-paragraphs'

/** As in Markdown: no newsletter comes near these limits, and below them any text is read in seconds. */
const MAX_PARAGRAPHS = 20_000
const MAX_LENGTH = 20_000

/** Why this document is not even tried; null for every one that could be a newsletter. */
export function findObstacle(paragraphs: readonly ReadParagraph[]): Problem | null {
  const written = paragraphs.filter(({ spans }) => spans.length > 0)
  const beyond = written[MAX_PARAGRAPHS]
  if (beyond) {
    const message = `There are more than ${MAX_PARAGRAPHS} paragraphs: this is no newsletter.`
    return anError('too-many-lines', message, beyond.place)
  }
  const long = written.find(({ spans }) => plainText(spans).length > MAX_LENGTH)
  if (!long) return null
  const message = `This paragraph has more than ${MAX_LENGTH} characters: this is no newsletter.`
  return anError('paragraph-too-long', message, long.place)
}
