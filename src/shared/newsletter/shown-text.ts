import type { BilingualText, Language } from './bilingual'
import { languagesOf, otherLanguage, type ReadingMode } from './reading'

export type ShownText = { language: Language; text: string }

/** A short text such as a section's title: every wanted language that exists, and the other one where none does. */
export function showText(text: BilingualText, mode: ReadingMode): ShownText[] {
  const wanted = languagesOf(mode).flatMap((language) => inLanguage(text, language))
  return wanted.length > 0
    ? wanted
    : (['zh', 'en'] as const).flatMap((language) => inLanguage(text, language))
}

/** Where there is room for one language only; empty when the text exists in none. */
export function firstText(text: BilingualText, language: Language): string {
  return text[language] ?? text[otherLanguage(language)] ?? ''
}

function inLanguage(text: BilingualText, language: Language): ShownText[] {
  const half = text[language]
  return half === null ? [] : [{ language, text: half }]
}
