import * as v from 'valibot'
import type { KeptValue } from '#cloud/kept-value'
import { ReadingModeSchema } from '#shared/newsletter/reading'
import { TextStepSchema } from './text-step'

/** What the reader chose; absent is what was never chosen. */
export const PreferencesSchema = v.object({
  mode: v.optional(ReadingModeSchema),
  textStep: v.optional(TextStepSchema),
})
export type Preferences = v.InferOutput<typeof PreferencesSchema>

export type PreferenceStore = {
  get(): Preferences
  set(chosen: Preferences): void
  /** Tells of every change; answers with the way to stop it. */
  subscribe(listener: () => void): () => void
}

/** Kept in memory too, so that a choice holds while the app is open even where nothing can be stored. */
export function createPreferenceStore(kept: KeptValue<Preferences>): PreferenceStore {
  let current: Preferences | null = null
  const listeners = new Set<() => void>()
  function get(): Preferences {
    current ??= kept.get() ?? {}
    return current
  }
  return {
    get,
    set(chosen) {
      current = { ...get(), ...chosen }
      kept.set(current)
      for (const listener of listeners) listener()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
