import { withdrawIssue } from '#core/issues/publish-issue'
import { anIssue } from '../../../support/an-issue'
import { inMemoryPublished, publishIn } from '../../../support/in-memory-issues'

describe('publishing', () => {
  it('gives each publication, correction and withdrawal the next change number', async () => {
    const published = inMemoryPublished()
    await publishIn(published, anIssue())
    await publishIn(published, anIssue({ id: '302', number: 302 }))
    await publishIn(published, anIssue({ month: '2021-07' }))
    const withdrawn = await withdrawIssue(published, '302')
    expect(withdrawn).toMatchObject({ state: 'withdrawn', revision: 2, change: 4 })
    expect(published.all.get('301')).toMatchObject({ state: 'published', revision: 2, change: 3 })
  })

  it('changes nothing when the same text is published again', async () => {
    const published = inMemoryPublished()
    await publishIn(published, anIssue())
    expect(await publishIn(published, anIssue())).toMatchObject({ revision: 1, change: 1 })
  })

  it('takes the database giving fields back in another order for the same text', async () => {
    const published = inMemoryPublished()
    const first = await publishIn(published, anIssue())
    const shuffled = Object.fromEntries(Object.entries(first.issue).reverse()) as typeof first.issue
    published.all.set('301', { ...first, issue: shuffled })
    expect(await publishIn(published, anIssue())).toMatchObject({ revision: 1 })
  })

  it('shows a withdrawn issue again when it is published again', async () => {
    const published = inMemoryPublished()
    await publishIn(published, anIssue())
    await withdrawIssue(published, '301')
    expect(await publishIn(published, anIssue())).toMatchObject({ state: 'published', revision: 3 })
  })

  it('cannot withdraw what was never published', async () => {
    await expect(withdrawIssue(inMemoryPublished(), '301')).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})
