import { createRememberedIssues } from '#reader/remembered-issues'
import { aStorage } from '../../support/a-storage'

test('knows what was opened, also after a restart', () => {
  const storage = aStorage()
  createRememberedIssues(storage, 'opened').add('204')
  const later = createRememberedIssues(storage, 'opened')
  expect([later.has('204'), later.has('205')]).toEqual([true, false])
})

test('remembers the last five hundred', () => {
  const opened = createRememberedIssues(aStorage(), 'opened')
  for (let id = 1; id <= 501; id++) opened.add(String(id))
  expect([opened.has('1'), opened.has('2'), opened.has('501')]).toEqual([false, true, true])
})
