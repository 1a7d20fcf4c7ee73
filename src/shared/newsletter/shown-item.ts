import type { Language } from './bilingual'
import type { Item, Paragraph } from './issue'
import { languagesOf, otherLanguage, type ReadingMode } from './reading'

/** What of an item is missing in a language. */
export type MissingPart = 'title' | 'body' | 'all'

/** One language's part of an item, as it is shown. */
export type ShownHalf = {
  /** The language that the reader asked for. */
  language: Language
  /** In the other language where the wanted one is missing; null where neither exists, or the other half shows it. */
  title: { language: Language; text: string } | null
  body: { language: Language; paragraphs: readonly Paragraph[] } | null
  /** What does not exist in the wanted language, and has to be said to be missing. */
  missing: MissingPart | null
  /** Whether any language of the item lacks something: then each half keeps a place for saying so. */
  incomplete: boolean
  source: string | null
}

/** The halves of an item in the order of reading: one for `zh` and `en`, two for `both`. */
export function showItem(item: Item, mode: ReadingMode): ShownHalf[] {
  return languagesOf(mode).map((language) => showHalf(item, language, mode !== 'both'))
}

/** Alone, a half borrows from the other language what it lacks; beside the other half it would only repeat it. */
function showHalf(item: Item, language: Language, alone: boolean): ShownHalf {
  const other = otherLanguage(language)
  const from = (own: unknown): Language => (own === null && alone ? other : language)
  const titleLanguage = from(item.title[language])
  const bodyLanguage = from(item.body[language])
  const title = item.title[titleLanguage]
  const paragraphs = item.body[bodyLanguage]
  return {
    language,
    title: title === null ? null : { language: titleLanguage, text: title },
    body: paragraphs === null ? null : { language: bodyLanguage, paragraphs },
    missing: missingPart(item, language),
    incomplete: missingPart(item, 'zh') !== null || missingPart(item, 'en') !== null,
    source: item.source[from(item.source[language])],
  }
}

function missingPart(item: Item, language: Language): MissingPart | null {
  const title = item.title[language] === null
  const body = item.body[language] === null
  if (title && body) return 'all'
  return title ? 'title' : body ? 'body' : null
}
