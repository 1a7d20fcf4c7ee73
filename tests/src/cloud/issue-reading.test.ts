import { finishReading, startReading } from '#cloud/issue-reading'
import { createIssueStore } from '#cloud/issue-store'
import { AppError } from '#shared/errors'
import { aStorage } from '../../support/a-storage'
import { anIssue } from '../../support/an-issue'

const issue = anIssue({ id: '1' })
const corrected = anIssue({ id: '1', month: '2021-07' })

function aStoreWith(...revisions: number[]) {
  const store = createIssueStore(aStorage())
  for (const revision of revisions) store.put({ revision, issue, seriesId: 'weekly', correction: null })
  return store
}
const failing = (code: 'OFFLINE' | 'NOT_FOUND' | 'INTERNAL') => async () => {
  throw new AppError(code, 'x')
}

test('shows the phone’s copy at once', () => {
  expect(startReading('1', aStoreWith(4))).toEqual({
    state: 'shown',
    issue,
    revision: 4,
    seriesId: 'weekly',
    correction: null,
    trouble: null,
  })
  expect(startReading('1', aStoreWith())).toEqual({ state: 'loading' })
})

test('asks with the revision it holds, and shows on what has not changed', async () => {
  const store = aStoreWith(4)
  const asked: unknown[] = []
  const finished = await finishReading('1', startReading('1', store), store, async (input) => {
    asked.push(input)
    return { status: 'unchanged', revision: 4 }
  })
  expect(asked).toEqual([{ id: '1', revision: 4 }])
  expect(finished).toEqual({
    state: 'shown',
    issue,
    revision: 4,
    seriesId: 'weekly',
    correction: null,
    trouble: null,
  })
})

test('shows and keeps the corrected text and what is said of the correction when they arrive', async () => {
  const store = aStoreWith(4)
  const correction = { at: '2021-07-02T02:00:00.000Z', note: { zh: '第二条的日期已更正。', en: null } }
  const finished = await finishReading('1', startReading('1', store), store, async () => ({
    status: 'current',
    revision: 5,
    issue: corrected,
    seriesId: 'weekly',
    correction,
  }))
  expect(finished).toMatchObject({ state: 'shown', issue: corrected, correction })
  expect(store.open('1')).toEqual({ revision: 5, issue: corrected, seriesId: 'weekly', correction })
})

test('opens again without a network what was opened once', async () => {
  const store = aStoreWith(4)
  const finished = await finishReading('1', startReading('1', store), store, failing('OFFLINE'))
  expect(finished).toEqual({
    state: 'shown',
    issue,
    revision: 4,
    seriesId: 'weekly',
    correction: null,
    trouble: 'OFFLINE',
  })
})

test('says that there is no network where nothing is kept', async () => {
  const finished = await finishReading('1', { state: 'loading' }, aStoreWith(), failing('OFFLINE'))
  expect(finished).toEqual({ state: 'failed', code: 'OFFLINE' })
})

test('drops the copy of an issue that was withdrawn', async () => {
  const store = aStoreWith(4)
  const finished = await finishReading('1', startReading('1', store), store, failing('NOT_FOUND'))
  expect(finished).toEqual({ state: 'absent' })
  expect(store.open('1')).toBeNull()
})

test('keeps the copy where the server fails', async () => {
  const store = aStoreWith(4)
  const finished = await finishReading('1', startReading('1', store), store, failing('INTERNAL'))
  expect(finished).toMatchObject({ state: 'shown', trouble: 'INTERNAL' })
  expect(store.open('1')).not.toBeNull()
})

test('treats what is thrown by accident as a failure, not as an absence', async () => {
  const finished = await finishReading('1', { state: 'loading' }, aStoreWith(), async () => {
    throw new TypeError('x')
  })
  expect(finished).toEqual({ state: 'failed', code: 'INTERNAL' })
})
