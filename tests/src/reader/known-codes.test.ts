import { createKnownCodes } from '#reader/known-codes'
import { aStorage } from '../../support/a-storage'

const home = { kind: 'home' } as const
const issue = { kind: 'issue', issueId: '301' } as const

test('knows where a code led last, also after a restart', () => {
  const storage = aStorage()
  const codes = createKnownCodes(storage)
  expect(codes.get('a')).toBeUndefined()
  codes.learn('a', home)
  codes.learn('a', issue)
  expect(createKnownCodes(storage).get('a')).toEqual(issue)
})

test('remembers of a withdrawn code that this phone was counted, and nothing of one that never led anywhere', () => {
  const codes = createKnownCodes(aStorage())
  codes.learn('a', home)
  codes.learn('a', null)
  codes.learn('b', null)
  expect([codes.get('a'), codes.get('b')]).toEqual([null, undefined])
})

test('keeps the hundred that were learned last', () => {
  const storage = aStorage()
  const codes = createKnownCodes(storage)
  for (let n = 0; n <= 100; n++) codes.learn(String(n), home)
  const after = createKnownCodes(storage)
  expect([after.get('0'), after.get('1'), after.get('100')]).toEqual([undefined, home, home])
})

test('names the one that this phone came by last, of those that led somewhere', () => {
  const storage = aStorage()
  const codes = createKnownCodes(storage)
  expect(codes.latest()).toBeUndefined()
  codes.learn('a', home)
  codes.learn('b', issue)
  codes.learn('c', home)
  codes.learn('c', null)
  expect([codes.latest(), createKnownCodes(storage).latest()]).toEqual(['b', 'b'])
  codes.learn('a', home)
  expect(codes.latest()).toBe('a')
})

test('begins anew where what was kept is damaged', () => {
  const storage = aStorage()
  storage.set('codes', [{ token: 7 }])
  expect(createKnownCodes(storage).get('a')).toBeUndefined()
})
