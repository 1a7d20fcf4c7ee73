import type { Language } from '#shared/newsletter/bilingual'
import type { MissingPart } from '#shared/newsletter/shown-item'

/** Said in both languages, whatever the reader's is: who reads the other half should understand it too. */
const notes: Record<Language, Record<MissingPart, string>> = {
  zh: {
    title: '此条暂无中文标题\u00a0· Chinese title not available',
    body: '此条暂无中文正文\u00a0· Chinese text not available',
    all: '此条暂无中文\u00a0· Not available in Chinese',
  },
  en: {
    title: '此条暂无英文标题\u00a0· English title not available',
    body: '此条暂无英文正文\u00a0· English text not available',
    all: '此条暂无英文\u00a0· Not available in English',
  },
}

export function missingNote(language: Language, part: MissingPart): string {
  return notes[language][part]
}
