import { importDraft } from '#core/issues/import-draft'
import { anIssue } from '../../../support/an-issue'
import { inMemoryDrafts } from '../../../support/in-memory-issues'

const series = (zh: string, en: string, number: number | null) => ({ title: { zh, en }, number })

describe('importing a document', () => {
  it('makes a new revision, never a second issue, of the same series and number', async () => {
    const drafts = inMemoryDrafts()
    await importDraft(drafts, anIssue())
    const again = await importDraft(drafts, anIssue({ month: '2021-07' }))
    expect(again).toMatchObject({ id: '301', revision: 2, issue: { month: '2021-07' } })
    expect(drafts.all.size).toBe(1)
  })

  it('keeps the address of an issue whose running number is corrected', async () => {
    const drafts = inMemoryDrafts()
    await importDraft(drafts, anIssue())
    const corrected = await importDraft(drafts, anIssue({ id: '302', number: 302 }))
    expect(corrected).toMatchObject({ id: '301', issue: { id: '301', number: 302 } })
  })

  it('refuses a running number that belongs to another issue, and says to whom', async () => {
    const drafts = inMemoryDrafts()
    await importDraft(drafts, anIssue())
    const other = anIssue({ series: series('竞争法周报', 'Weekly Competition Review', 7) })
    await expect(importDraft(drafts, other)).rejects.toMatchObject({
      code: 'CONFLICT',
      message: expect.stringContaining('Weekly Data Review No.90'),
    })
    expect(drafts.all.size).toBe(1)
  })

  it('tells issues without a series number apart by their date', async () => {
    const drafts = inMemoryDrafts()
    const special = series('特刊', 'Special Edition', null)
    await importDraft(drafts, anIssue({ id: 'a', number: null, series: special, date: '2021-06-01' }))
    await importDraft(drafts, anIssue({ id: 'b', number: null, series: special, date: '2021-06-08' }))
    expect(drafts.all.size).toBe(2)
  })

  it('makes one draft of two simultaneous imports of the same document', async () => {
    const drafts = inMemoryDrafts()
    await Promise.all([importDraft(drafts, anIssue()), importDraft(drafts, anIssue())])
    expect([...drafts.all.values()].map((draft) => draft.revision)).toEqual([2])
  })
})
