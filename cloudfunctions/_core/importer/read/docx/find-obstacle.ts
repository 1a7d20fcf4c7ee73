import type { Problem } from '#shared/newsletter/problem'
import { anError } from '../../problem'
import { plainText } from '../../text/tidy-spans'
import type { ParagraphFacts } from './prepare-body'
import type { ReadParagraph } from './read-paragraphs'
import { Refusal } from './refusal'

/** As in Markdown: no newsletter comes near these limits, and below them any text is read in seconds. */
const MAX_PARAGRAPHS = 20_000
const MAX_LENGTH = 20_000

export function refuseTooMany(facts: readonly ParagraphFacts[]): void {
  if (facts.length <= MAX_PARAGRAPHS) return
  const message = `The document has more than ${MAX_PARAGRAPHS} paragraphs, so it is no newsletter: choose another file.`
  throw new Refusal('too-many-lines', message)
}

/** Why these paragraphs are not even tried; null for all that could be a newsletter. */
export function findObstacle(paragraphs: readonly ReadParagraph[]): Problem | null {
  const long = paragraphs.find(({ spans }) => plainText(spans).length > MAX_LENGTH)
  if (!long) return null
  const message = `This paragraph has more than ${MAX_LENGTH} characters: this is no newsletter.`
  return anError('paragraph-too-long', message, long.place)
}
