import type { BilingualText, Language } from './bilingual'
import { languagesOf, otherLanguage, type ReadingMode } from './reading'

export type ShownText = { language: Language; text: string }

/** A short text such as a section's title: every wanted language that exists, and the other one where none does. */
export function showText(text: BilingualText, mode: ReadingMode): ShownText[] {
  const wanted = existing(text, languagesOf(mode))
  return wanted.length > 0 ? wanted : existing(text, languagesOf('both'))
}

/** Where there is room for one language only; empty when the text exists in none. */
export function showFirst(text: BilingualText, language: Language): ShownText {
  const shown = text[language] === null ? otherLanguage(language) : language
  return { language: shown, text: text[shown] ?? '' }
}

export function firstText(text: BilingualText, language: Language): string {
  return showFirst(text, language).text
}

function existing(text: BilingualText, languages: readonly Language[]): ShownText[] {
  const shown: ShownText[] = []
  for (const language of languages) {
    const half = text[language]
    if (half !== null) shown.push({ language, text: half })
  }
  return shown
}
