import { withdrawIssue } from '#core/issues/publish-issue'
import { createIssueReader } from '#core/issues/read-issues'
import { anIssue, anItem } from '../../../support/an-issue'
import { inMemoryPublished, publishIn } from '../../../support/in-memory-issues'

const setUp = () => {
  const published = inMemoryPublished()
  return { published, reader: createIssueReader(published) }
}

const withTitle = (zh: string) =>
  anIssue({ sections: [{ title: { zh: '要闻', en: null }, items: [anItem({ title: { zh, en: null } })] }] })

describe('reading one issue', () => {
  it('answers the issue with its revision', async () => {
    const { published, reader } = setUp()
    await publishIn(published, anIssue())
    expect(await reader.get({ id: '301' })).toEqual({
      status: 'current',
      revision: 1,
      issue: anIssue(),
      seriesId: 'weekly-data-review',
      correction: null,
    })
  })

  it('does not send the text again to a caller who holds the current revision', async () => {
    const { published, reader } = setUp()
    await publishIn(published, anIssue())
    expect(await reader.get({ id: '301', revision: 1 })).toEqual({ status: 'unchanged', revision: 1 })
  })

  it('sends the text to a caller who holds another revision, older or never given', async () => {
    const { published, reader } = setUp()
    await publishIn(published, anIssue())
    await publishIn(published, withTitle('更正'))
    expect(await reader.get({ id: '301', revision: 1 })).toMatchObject({ status: 'current', revision: 2 })
    expect(await reader.get({ id: '301', revision: 7 })).toMatchObject({ status: 'current', revision: 2 })
  })

  it('makes one small read when nothing has changed since', async () => {
    const { published, reader } = setUp()
    await publishIn(published, anIssue())
    await reader.get({ id: '301' })
    published.reads.length = 0
    await reader.get({ id: '301' })
    expect(published.reads).toEqual(['lastChange'])
  })

  it('shows a correction on the next call, also in an instance that remembers the old text', async () => {
    const { published, reader } = setUp()
    await publishIn(published, anIssue())
    await reader.get({ id: '301' })
    await publishIn(published, withTitle('更正'))
    expect(await reader.get({ id: '301' })).toMatchObject({ revision: 2, issue: withTitle('更正') })
  })

  it('does not show a withdrawn issue, also in an instance that remembers it', async () => {
    const { published, reader } = setUp()
    await publishIn(published, anIssue())
    await reader.get({ id: '301' })
    await withdrawIssue(published, '301')
    await expect(reader.get({ id: '301' })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(reader.get({ id: '301', revision: 1 })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  it('does not keep an old text under a new change number when a publication comes between two reads', async () => {
    const { published, reader } = setUp()
    await publishIn(published, anIssue())
    const { find } = published
    let interrupted = false
    published.find = async (id) => {
      const found = await find(id)
      if (!interrupted) {
        interrupted = true
        await publishIn(published, withTitle('更正'))
        await reader.get({ id })
      }
      return found
    }
    await reader.get({ id: '301' })
    expect(await reader.get({ id: '301' })).toMatchObject({ revision: 2 })
  })

  it('knows nothing of an issue that was never published', async () => {
    const { reader } = setUp()
    await expect(reader.get({ id: '999' })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})

describe('reading the list', () => {
  const publishNumbers = async (numbers: number[]) => {
    const context = setUp()
    for (const number of numbers) {
      const series = { title: anIssue().series.title, number: number - 200 }
      await publishIn(context.published, anIssue({ id: String(number), number, series }))
    }
    return context
  }

  it('shows the newest first, whatever the order of publication', async () => {
    const { reader } = await publishNumbers([302, 310, 301])
    const { issues, next } = await reader.list({ limit: 20 })
    expect(issues.map((issue) => issue.id)).toEqual(['310', '302', '301'])
    expect(next).toBeNull()
  })

  it('turns pages without losing or repeating one, though a newer issue appears in between', async () => {
    const { published, reader } = await publishNumbers([301, 302, 303, 304])
    const first = await reader.list({ limit: 2 })
    await publishIn(published, anIssue({ id: '305', number: 305 }))
    const second = await reader.list({ limit: 2, cursor: first.next ?? undefined })
    expect([...first.issues, ...second.issues].map((issue) => issue.id)).toEqual(['304', '303', '302', '301'])
    expect(second.next).toBeNull()
  })

  it('leaves out withdrawn issues', async () => {
    const { published, reader } = await publishNumbers([301, 302])
    await reader.list({ limit: 20 })
    await withdrawIssue(published, '302')
    expect((await reader.list({ limit: 20 })).issues.map((issue) => issue.id)).toEqual(['301'])
  })

  it('shows one series when asked to', async () => {
    const { published, reader } = await publishNumbers([301, 302])
    const other = { title: { zh: '竞争法周报', en: 'Weekly Competition Review' }, number: 7 }
    const { seriesId } = await publishIn(published, anIssue({ id: '303', number: 303, series: other }))
    expect((await reader.list({ limit: 20, seriesId })).issues.map((issue) => issue.id)).toEqual(['303'])
  })

  it('makes one small read when nothing has changed since', async () => {
    const { published, reader } = await publishNumbers([301])
    await reader.list({ limit: 20 })
    published.reads.length = 0
    await reader.list({ limit: 20 })
    expect(published.reads).toEqual(['lastChange'])
  })
})
