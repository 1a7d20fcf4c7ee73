import * as v from 'valibot'
import type { Language } from './bilingual'

/** How a text is read: in one language, or Chinese and English side by side. */
export const ReadingModeSchema = v.picklist(['zh', 'en', 'both'])
export type ReadingMode = v.InferOutput<typeof ReadingModeSchema>

/** In the order in which the switches show them. */
export const readingModes: readonly ReadingMode[] = ['zh', 'en', 'both']

/** WeChat says `zh_CN`, `zh_TW`, `en`; a browser says `zh-CN`. Whatever is not Chinese reads English. */
export function languageOfPlatform(tag: string): Language {
  return /^zh(?![a-z])/iu.test(tag) ? 'zh' : 'en'
}

/** What a reader sees who has chosen nothing yet. */
export function firstMode(platform: Language): ReadingMode {
  return platform
}

/** The language of buttons, notes and alerts. */
export function interfaceLanguage(mode: ReadingMode, platform: Language): Language {
  return mode === 'both' ? platform : mode
}

/** An item's own choice overrides the reader's default. */
export function modeOfItem(readersDefault: ReadingMode, ownChoice: ReadingMode | null): ReadingMode {
  return ownChoice ?? readersDefault
}

export function languagesOf(mode: ReadingMode): readonly Language[] {
  return mode === 'both' ? ['zh', 'en'] : [mode]
}

export function otherLanguage(language: Language): Language {
  return language === 'zh' ? 'en' : 'zh'
}
