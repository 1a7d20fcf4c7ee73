import {
  extendListing,
  KeptPageSchema,
  refreshListing,
  startListing,
  withoutIssues,
} from '#cloud/issue-listing'
import { keptValue } from '#cloud/kept-value'
import { summarizeIssue } from '#core/issues/summarize-issue'
import { AppError } from '#shared/errors'
import { aStorage } from '../../support/a-storage'
import { anIssue } from '../../support/an-issue'

const summaries = (...ids: string[]) => ids.map((id) => summarizeIssue(anIssue({ id }), 'weekly'))
const aKeptPage = () => keptValue(aStorage(), 'first-page', KeptPageSchema)
const offline = async () => {
  throw new AppError('OFFLINE', 'x')
}

test('starts with nothing, and later with the page it saw last', async () => {
  const kept = aKeptPage()
  expect(startListing(kept).issues).toBeNull()
  await refreshListing(startListing(kept), kept, async () => ({ issues: summaries('2', '1'), next: null }))
  expect(startListing(kept).issues?.map((issue) => issue.id)).toEqual(['2', '1'])
})

test('shows the kept page, and says why it is not newer, without a network', async () => {
  const kept = aKeptPage()
  kept.set(summaries('1'))
  const listing = await refreshListing(startListing(kept), kept, offline)
  expect(listing).toMatchObject({ trouble: 'OFFLINE', issues: [{ id: '1' }] })
})

test('adds the next page, and shows an issue once that comes twice', async () => {
  const first = { issues: summaries('3', '2'), next: '2021-01-01:000002:2', trouble: null, nextTrouble: null }
  const asked: unknown[] = []
  const listing = await extendListing(first, async (input) => {
    asked.push(input)
    return { issues: summaries('2', '1'), next: null }
  })
  expect(asked).toEqual([{ cursor: '2021-01-01:000002:2' }])
  expect(listing.issues?.map((issue) => issue.id)).toEqual(['3', '2', '1'])
  expect(listing.next).toBeNull()
})

test('asks for no page after the last', async () => {
  const last = { issues: summaries('1'), next: null, trouble: null, nextTrouble: null }
  expect(await extendListing(last, offline)).toBe(last)
})

test('keeps its place where the next page does not come, so that it can be tried again', async () => {
  const first = { issues: summaries('3'), next: '2021-01-01:000002:2', trouble: null, nextTrouble: null }
  expect(await extendListing(first, offline)).toEqual({ ...first, nextTrouble: 'OFFLINE' })
})

test('keeps the pages that are shown where the first does not come anew', async () => {
  const shown = { issues: summaries('3', '2', '1'), next: null, trouble: null, nextTrouble: null }
  expect(await refreshListing(shown, aKeptPage(), offline)).toEqual({ ...shown, trouble: 'OFFLINE' })
})

test('lists no issue that was withdrawn', () => {
  const shown = { issues: summaries('3', '2'), next: null, trouble: null, nextTrouble: null }
  expect(withoutIssues(shown, new Set(['3'])).issues?.map((issue) => issue.id)).toEqual(['2'])
  expect(withoutIssues(shown, new Set())).toBe(shown)
})
