import { useSyncExternalStore } from 'react'
import { keptValue } from '#cloud/kept-value'
import { phoneStorage } from '#cloud/phone-storage'
import type { Language } from '#shared/newsletter/bilingual'
import { firstMode, interfaceLanguage, type ReadingMode } from '#shared/newsletter/reading'
import { platformLanguage, platformTextStep } from './platform'
import { createPreferenceStore, PreferencesSchema } from './preferences'
import type { TextStep } from './text-step'
import { type Words, wordsIn } from './words'

const preferences = createPreferenceStore(keptValue(phoneStorage, 'preferences', PreferencesSchema))

export type Reader = {
  /** The default for every text. */
  mode: ReadingMode
  /** The language of the interface. */
  language: Language
  words: Words
  textStep: TextStep
}

/** The reader's settings, the same on every page at every moment. */
export function useReader(): Reader {
  const { mode = firstMode(platformLanguage), textStep = platformTextStep } = useSyncExternalStore(
    preferences.subscribe,
    preferences.get,
  )
  const language = interfaceLanguage(mode, platformLanguage)
  return { mode, language, words: wordsIn(language), textStep }
}

/** The default for every text at this moment. */
export function currentMode(): ReadingMode {
  return preferences.get().mode ?? firstMode(platformLanguage)
}

/** The language of the interface at this moment. */
export function currentLanguage(): Language {
  return interfaceLanguage(currentMode(), platformLanguage)
}

export function chooseMode(mode: ReadingMode): void {
  preferences.set({ mode })
}

export function chooseTextStep(textStep: TextStep): void {
  preferences.set({ textStep })
}
