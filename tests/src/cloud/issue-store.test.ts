import { createIssueStore } from '#cloud/issue-store'
import { aBrokenStorage, aStorage } from '../../support/a-storage'
import { anIssue } from '../../support/an-issue'

const kept = (id: string, revision = 1) => ({
  revision,
  issue: anIssue({ id }),
  seriesId: 'weekly',
  correction: null,
})
const size = JSON.stringify(kept('1')).length * 2
const room = (issues: number) => ({ issueBytes: size, totalBytes: size * issues * 0.75 })

test('opens again what was put in', () => {
  const store = createIssueStore(aStorage())
  store.put(kept('1', 3))
  expect(store.open('1')).toEqual(kept('1', 3))
  expect(store.open('2')).toBeNull()
})

test('keeps the newest revision only', () => {
  const store = createIssueStore(aStorage())
  store.put(kept('1', 1))
  store.put(kept('1', 2))
  expect(store.open('1')?.revision).toBe(2)
})

test('opens what an older version kept, which knew of no corrections and no series', () => {
  const storage = aStorage()
  const { correction, seriesId: _, ...older } = kept('1')
  storage.set('issue:1', older)
  expect(createIssueStore(storage).open('1')).toEqual({ ...older, seriesId: '', correction })
})

test('survives a restart', () => {
  const storage = aStorage()
  createIssueStore(storage).put(kept('1'))
  expect(createIssueStore(storage).open('1')).toEqual(kept('1'))
})

test('lets go of the issue that was not opened for the longest time', () => {
  const store = createIssueStore(aStorage(), room(2))
  store.put(kept('1'))
  store.put(kept('2'))
  store.open('1')
  store.put(kept('3'))
  expect([store.open('1'), store.open('2'), store.open('3')].map(Boolean)).toEqual([true, false, true])
})

test('does not keep an issue that is larger than one key may be', () => {
  const store = createIssueStore(aStorage(), { issueBytes: 100, totalBytes: 10_000 })
  store.put(kept('1'))
  expect(store.open('1')).toBeNull()
})

test('makes room where the phone is full sooner than expected', () => {
  const storage = aStorage(size * 1.6)
  const store = createIssueStore(storage)
  for (const id of ['1', '2', '3', '4', '5']) store.put(kept(id))
  expect(store.open('5')).toEqual(kept('5'))
  expect(store.open('1')).toBeNull()
})

test('forgets a withdrawn issue', () => {
  const storage = aStorage()
  const store = createIssueStore(storage)
  store.put(kept('1'))
  store.remove('1')
  expect(store.open('1')).toBeNull()
  expect([...storage.texts.values()].join()).not.toContain('数据安全法')
})

test.each([['"text"'], ['{"revision":1,"issue":{"id":"1"}}'], ['[]'], ['null']])(
  'drops a damaged copy: %s',
  (damaged) => {
    const storage = aStorage()
    const store = createIssueStore(storage)
    store.put(kept('1'))
    storage.texts.set('issue:1', damaged)
    expect(store.open('1')).toBeNull()
    if (damaged !== 'null') expect(storage.texts.has('issue:1')).toBe(false)
  },
)

test('goes on where the list of copies is damaged', () => {
  const storage = aStorage()
  const store = createIssueStore(storage)
  store.put(kept('1'))
  storage.texts.set('issues', '{"id":7}')
  expect(store.open('1')).toEqual(kept('1'))
  store.put(kept('2'))
  expect(store.open('2')).toEqual(kept('2'))
})

test('keeps nothing, and throws nothing, where storage fails', () => {
  const store = createIssueStore(aBrokenStorage())
  store.put(kept('1'))
  store.remove('1')
  expect(store.open('1')).toBeNull()
})
