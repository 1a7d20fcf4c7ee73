import { useDidHide, useDidShow, useUnload } from '@tarojs/taro'
import { useEffect, useSyncExternalStore } from 'react'
import { call } from '#cloud/call'
import { phoneStorage } from '#cloud/phone-storage'
import { getDraft, saveDraft } from '#shared/drafts/endpoints'
import { createDraftStore, type DraftState, type DraftStore } from './draft-store'
import { createUnsavedDrafts } from './unsaved-drafts'
import { whenOnline } from './when-online'

/** One store a draft for as long as the mini-program runs: every page of the desk shows the same. */
const stores = new Map<string, DraftStore>()

const unsaved = createUnsavedDrafts(phoneStorage)

export function draftStore(id: string): DraftStore {
  const known = stores.get(id)
  if (known) return known
  const store = createDraftStore({
    id,
    get: () => call(getDraft, { id }),
    save: (input) => call(saveDraft, input),
    kept: unsaved.of(id),
    after(ms, run) {
      const timer = setTimeout(run, ms)
      return () => clearTimeout(timer)
    },
  })
  stores.set(id, store)
  return store
}

/** Sends what an earlier run of the mini-program could not. */
export async function sendUnsaved(): Promise<void> {
  await Promise.all(unsaved.ids().map((id) => draftStore(id).refresh()))
}

export type DraftInHand = DraftState & Omit<DraftStore, 'get' | 'subscribe'>

/** The draft in hand of a page of the desk: asked for anew when the page comes to the front, sent when it is left. */
export function useDraft(id: string): DraftInHand {
  const store = draftStore(id)
  const state = useSyncExternalStore(store.subscribe, store.get)
  useDidShow(() => void store.refresh())
  useDidHide(() => void store.flush())
  useUnload(() => void store.flush())
  useEffect(() => whenOnline(() => void store.flush()), [store])
  return { ...store, ...state }
}
