import type { Language } from '#shared/newsletter/bilingual'
import { editorWordsEn } from './words-en'
import { editorWordsZh } from './words-zh'

/** Every word of the editors' desk: a word that one language lacks does not compile. */
export type EditorWords = {
  /** What each page is called. */
  desk: string
  draft: string
  item: string
  check: string
  publish: string
  watch: string
  codes: string
  settings: string
  /** WeChat does not let a file be chosen. */
  cannotChooseFile: string
  understood: string
}

const byLanguage: Record<Language, EditorWords> = { zh: editorWordsZh, en: editorWordsEn }

export function editorWordsIn(language: Language): EditorWords {
  return byLanguage[language]
}
