import { keptValue } from '#cloud/kept-value'
import { createPreferenceStore, PreferencesSchema } from '#reader/preferences'
import { aBrokenStorage, aStorage } from '../../support/a-storage'

const over = (storage: ReturnType<typeof aStorage>) =>
  createPreferenceStore(keptValue(storage, 'preferences', PreferencesSchema))

test('has chosen nothing at first', () => {
  expect(over(aStorage()).get()).toEqual({})
})

test('remembers each choice beside the others, also after a restart', () => {
  const storage = aStorage()
  const store = over(storage)
  store.set({ mode: 'both' })
  store.set({ textStep: 3 })
  expect(over(storage).get()).toEqual({ mode: 'both', textStep: 3 })
})

test('tells those who listen, until they stop', () => {
  const store = over(aStorage())
  let heard = 0
  const stop = store.subscribe(() => {
    heard++
  })
  store.set({ mode: 'en' })
  stop()
  store.set({ mode: 'zh' })
  expect(heard).toBe(1)
})

test('answers with the same value while nothing changes', () => {
  const store = over(aStorage())
  expect(store.get()).toBe(store.get())
})

test('starts anew where what was stored is of no known form', () => {
  const storage = aStorage()
  storage.set('preferences', { mode: 'klingon' })
  expect(over(storage).get()).toEqual({})
})

test('holds a choice for as long as the app is open where nothing can be stored', () => {
  const store = createPreferenceStore(keptValue(aBrokenStorage(), 'preferences', PreferencesSchema))
  store.set({ mode: 'en' })
  expect(store.get()).toEqual({ mode: 'en' })
})
