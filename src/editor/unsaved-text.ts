import * as v from 'valibot'
import { keptValue } from '#cloud/kept-value'
import { phoneStorage } from '#cloud/phone-storage'

/** What stands in fields of a draft and cannot be saved as it is: half an address, a month that is none. By field. */
const TextsSchema = v.record(v.string(), v.string())

const keptOf = (draftId: string) => keptValue(phoneStorage, `typed:${draftId}`, TextsSchema)

export function unsavedText(draftId: string, field: string): string | null {
  return keptOf(draftId).get()?.[field] ?? null
}

/** Null: it was saved, or taken out. */
export function keepUnsavedText(draftId: string, field: string, text: string | null): void {
  const kept = keptOf(draftId)
  const { [field]: before, ...others } = kept.get() ?? {}
  if (text !== null) kept.set({ ...others, [field]: text })
  else if (before === undefined) return
  else if (Object.keys(others).length > 0) kept.set(others)
  else kept.remove()
}
