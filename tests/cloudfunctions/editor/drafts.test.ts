import * as drafts from '#shared/drafts/endpoints'
import type { EndpointInput } from '#shared/endpoint'
import type { Issue } from '#shared/newsletter/issue'
import { anIssue, anItem } from '../../support/an-issue'
import { COLLEAGUE, type DraftsCloud, EDITOR, startDraftsCloud } from '../../support/drafts-cloud'
import { anImport } from '../../support/issues-cloud'

jest.setTimeout(60_000)

let desk: DraftsCloud
beforeAll(async () => {
  desk = await startDraftsCloud()
})
afterEach(async () => {
  desk.cloud.faults.clear()
  for (const name of ['drafts', 'issues', 'numbers', 'audit', 'series', 'campaigns'])
    await desk.database
      .collection(name)
      .where({ _id: desk.database.command.gt('') })
      .remove()
})
afterAll(() => desk.close())

const importIt = (issue: Issue, draftId?: string) => desk.desk.importDraft({ ...anImport(issue), draftId })
const open = (id: string) => desk.does(EDITOR, drafts.getDraft, { id })

/** What an editor has in hand of a draft, with a change. */
async function inHand(id: string, change: object = {}): Promise<EndpointInput<typeof drafts.saveDraft>> {
  const { draft } = await open(id)
  const { revision, issue, differences, dismissed } = draft
  return { id, revision, issue: { ...issue, ...change }, differences, dismissed }
}

const withTitle = (zh: string, more: Partial<Issue> = {}) =>
  anIssue({
    sections: [{ title: { zh: '国内要闻', en: null }, items: [anItem({ title: { zh, en: null } })] }],
    ...more,
  })

describe('saving', () => {
  it('stores the next revision, with who saved it and what was changed in the audit trail', async () => {
    const { id } = await importIt(anIssue())
    const input = await inHand(id, { month: '2021-07' })
    expect(await desk.does(EDITOR, drafts.saveDraft, input)).toEqual({
      status: 'saved',
      revision: 2,
      sameNumberAs: null,
    })
    expect((await open(id)).draft).toMatchObject({
      revision: 2,
      changedBy: EDITOR.name,
      issue: { month: '2021-07' },
    })
    const entries = await desk.stored('audit')
    expect(entries.find(({ act }) => act === 'save-draft')).toMatchObject({
      by: EDITOR.name,
      subject: id,
      before: { month: '2021-06' },
      after: { month: '2021-07' },
    })
  })

  it('tells of who was quicker, and overwrites nothing', async () => {
    const { id } = await importIt(anIssue())
    const [mine, theirs] = [await inHand(id, { month: '2021-07' }), await inHand(id, { date: '2021-06-30' })]
    await desk.does(COLLEAGUE, drafts.saveDraft, theirs)
    expect(await desk.does(EDITOR, drafts.saveDraft, mine)).toMatchObject({
      status: 'conflict',
      draft: { revision: 2, changedBy: COLLEAGUE.name, issue: { month: '2021-06', date: '2021-06-30' } },
    })
    expect((await open(id)).draft).toMatchObject({ revision: 2, changedBy: COLLEAGUE.name })
  })

  it('lets one of two through who save at the same moment', async () => {
    const { id } = await importIt(anIssue())
    const [mine, theirs] = [await inHand(id, { month: '2021-07' }), await inHand(id, { month: '2021-08' })]
    const answers = await Promise.all([
      desk.does(EDITOR, drafts.saveDraft, mine),
      desk.does(COLLEAGUE, drafts.saveDraft, theirs),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual(['conflict', 'saved'])
  })

  it('takes the same saving again for what it is, after an answer that was lost', async () => {
    const { id } = await importIt(anIssue())
    const input = await inHand(id, { month: '2021-07' })
    desk.cloud.faults.add({
      action: 'client.callFunction',
      on: { call: 1 },
      fault: { kind: 'drop', when: 'after' },
    })
    await expect(desk.does(EDITOR, drafts.saveDraft, input)).rejects.toThrow()
    expect(await desk.does(EDITOR, drafts.saveDraft, input)).toMatchObject({ status: 'saved', revision: 2 })
    expect((await desk.stored('audit')).filter(({ act }) => act === 'save-draft')).toHaveLength(1)
  })

  it('leaves either the old or the new text where the connection is lost in the middle', async () => {
    const { id } = await importIt(anIssue())
    for (const when of ['before', 'after'] as const)
      for (let call = 1; call <= 8; call += 1) {
        const month = call % 2 === 0 ? '2021-08' : '2021-09'
        const input = await inHand(id, { month })
        desk.cloud.faults.add({ function: 'editor', on: { call }, fault: { kind: 'drop', when } })
        await desk.reply(EDITOR.openid, drafts.saveDraft, input).catch(() => null)
        desk.cloud.faults.clear()
        const { draft } = await open(id)
        expect([input.issue, { ...input.issue, month: draft.issue.month }]).toContainEqual(draft.issue)
        expect(await desk.does(EDITOR, drafts.saveDraft, input)).toMatchObject({ status: 'saved' })
        expect((await open(id)).draft).toMatchObject({ revision: input.revision + 1, issue: { month } })
      }
  })

  it('loses nothing where another draft has the same number, and says which', async () => {
    const first = await importIt(anIssue())
    const second = await importIt(
      anIssue({ id: '302', number: 302, series: { ...anIssue().series, number: 91 } }),
    )
    const input = await inHand(second.id, { series: anIssue().series })
    expect(await desk.does(EDITOR, drafts.saveDraft, input)).toEqual({
      status: 'saved',
      revision: 2,
      sameNumberAs: first.id,
    })
    const mended = await inHand(second.id, { series: { ...anIssue().series, number: 92 } })
    expect(await desk.does(EDITOR, drafts.saveDraft, mended)).toMatchObject({ sameNumberAs: null })
  })

  it('writes under a dismissal who dismissed, whatever the phone says', async () => {
    const { id } = await importIt(anIssue())
    const first = { ...(await inHand(id)), dismissed: [{ mark: 'm1', reason: '原文如此', by: 'Someone' }] }
    await desk.does(EDITOR, drafts.saveDraft, first)
    const second = await inHand(id)
    const dismissed = [...second.dismissed, { mark: 'm2', reason: 'as in the source' }]
    await desk.does(COLLEAGUE, drafts.saveDraft, { ...second, dismissed })
    expect((await open(id)).draft.dismissed).toEqual([
      { mark: 'm1', reason: '原文如此', by: EDITOR.name },
      { mark: 'm2', reason: 'as in the source', by: COLLEAGUE.name },
    ])
  })

  it.each([
    ['a script for a link', [{ text: 'x', href: 'javascript:alert(1)' }]],
    ['a link of another kind', [{ text: 'x', href: 'file:///etc/passwd' }]],
    ['a run without text', [{ text: '' }]],
  ])('refuses %s, and stores nothing of it', async (_what, spans) => {
    const { id } = await importIt(anIssue())
    const input = await inHand(id)
    const [section] = input.issue.sections
    const items = section?.items.map((item) => ({ ...item, body: { zh: [spans], en: null } })) ?? []
    const issue = { ...input.issue, sections: [{ title: { zh: '要闻', en: null }, items }] }
    expect(await desk.reply(EDITOR.openid, drafts.saveDraft, { ...input, issue })).toMatchObject({
      ok: false,
      error: { code: 'INVALID_INPUT' },
    })
    expect((await open(id)).draft.revision).toBe(1)
  })

  it('keeps markup as the text that it is', async () => {
    const { id } = await importIt(anIssue())
    const text = '<script>alert(1)</script> [x](javascript:1) &amp; \u0000'
    const [section] = (await inHand(id)).issue.sections
    const items = section?.items.map((item) => ({ ...item, body: { zh: [[{ text }]], en: null } })) ?? []
    await desk.does(EDITOR, drafts.saveDraft, await inHand(id, { sections: [{ ...section, items }] }))
    const { draft } = await open(id)
    expect(draft.issue.sections[0]?.items[0]?.body.zh).toEqual([[{ text }]])
  })
})

describe('importing a document', () => {
  it('goes on with the draft of the same series and number', async () => {
    await importIt(anIssue())
    const again = await importIt(anIssue({ month: '2021-07' }))
    expect(again).toMatchObject({ id: '301', revision: 2, issue: { month: '2021-07' } })
    expect(await desk.stored('drafts')).toHaveLength(1)
  })

  it('keeps the address of a draft whose running number a later document corrects', async () => {
    await importIt(anIssue())
    expect(await importIt(anIssue({ id: '302', number: 302 }))).toMatchObject({
      id: '301',
      issue: { number: 302 },
    })
  })

  it('puts an issue whose running number is taken beside the other one, and says to whom it belongs', async () => {
    await importIt(anIssue())
    const series = { title: { zh: '竞争法周报', en: 'Weekly Competition Review' }, number: 7 }
    expect(await importIt(anIssue({ series }))).toMatchObject({
      id: '301-2',
      problems: [{ code: 'number-taken', message: expect.stringContaining('Weekly Data Review No.90') }],
    })
    expect((await open('301')).draft).toMatchObject({ revision: 1 })
  })

  it('does not take another issue that was given a used number for a correction of the published one', async () => {
    const first = await importIt(withTitle('首例算法备案公布'))
    await desk.desk.publish(first.id, false)
    const other = anItem({
      title: { zh: '欧洲法院就位置数据作出裁判', en: null },
      body: { zh: [[{ text: '法院认为，无差别地保存位置数据不符合欧盟法律。' }]], en: null },
      source: { zh: null, en: null },
    })
    const next = anIssue({ sections: [{ title: { zh: '海外动态', en: null }, items: [other] }] })
    expect(await importIt(next)).toMatchObject({ id: '301-2', problems: [{ code: 'number-taken' }] })
    expect((await open('301')).draft).toMatchObject({ revision: 1, publication: { state: 'published' } })
  })

  it('keeps what was mended by hand', async () => {
    const { id } = await importIt(anIssue())
    await desk.does(EDITOR, drafts.saveDraft, await inHand(id, { disclaimer: { zh: '已改。', en: null } }))
    const again = await importIt(anIssue({ month: '2021-07' }))
    expect(again.issue).toMatchObject({ disclaimer: { zh: '已改。' }, month: '2021-07' })
  })

  it('tells issues without a series number apart by their date', async () => {
    const series = { title: { zh: '特刊', en: 'Special Edition' }, number: null }
    await importIt(anIssue({ id: 'special-edition-a', number: null, series, date: '2021-06-01' }))
    await importIt(anIssue({ id: 'special-edition-b', number: null, series, date: '2021-06-08' }))
    expect(await desk.stored('drafts')).toHaveLength(2)
  })

  it('makes one draft of two simultaneous imports of the same document', async () => {
    await Promise.all([importIt(anIssue()), importIt(anIssue())])
    expect(await desk.stored('drafts')).toMatchObject([{ revision: 2 }])
  })
})

describe('the list', () => {
  it('shows the latest changed first, page by page, without one lost or twice', async () => {
    const ids: string[] = []
    for (let number = 1; number <= 33; number += 1) {
      const issue = anIssue({ id: String(number), number, series: { ...anIssue().series, number } })
      ids.unshift((await importIt(issue)).id)
      if (number % 2 === 0) desk.cloud.clock.jumpTo(desk.cloud.clock.now() + 1_000)
    }
    const first = await desk.does(EDITOR, drafts.listDrafts, {})
    expect(first.drafts).toHaveLength(30)
    const second = await desk.does(EDITOR, drafts.listDrafts, { cursor: first.next ?? '' })
    const listed = [...first.drafts, ...second.drafts].map(({ id }) => id)
    expect(new Set(listed)).toEqual(new Set(ids))
    expect(listed).toHaveLength(33)
    expect(second.next).toBeNull()
    expect(first.drafts[0]).toMatchObject({
      id: '33',
      headline: anItem().title,
      itemCount: 1,
      publication: { state: 'never' },
    })
  })
})

describe('a draft without a document', () => {
  it('begins with what the series has in common and its next numbers', async () => {
    const first = await importIt(anIssue())
    await desk.desk.publish(first.id, false)
    const { id } = await desk.does(EDITOR, drafts.beginDraft, { seriesId: 'weekly-data-review' })
    const { draft, next, defaults } = await open(id)
    expect(draft.issue).toMatchObject({
      publication: anIssue().publication,
      number: 302,
      series: { title: anIssue().series.title, number: 91 },
      disclaimer: anIssue().disclaimer,
      contact: anIssue().contact,
      sections: [],
    })
    expect(next).toEqual({ number: 302, seriesNumber: 91 })
    expect(defaults).toMatchObject({ disclaimer: anIssue().disclaimer })
  })

  it('begins empty where no series is named, and is deleted again', async () => {
    const { id } = await desk.does(EDITOR, drafts.beginDraft, {})
    expect((await open(id)).draft.issue).toMatchObject({ sections: [], month: null })
    await desk.does(EDITOR, drafts.deleteDraft, { id, revision: 1 })
    // After an answer that was lost.
    await desk.does(EDITOR, drafts.deleteDraft, { id, revision: 1 })
    expect(await desk.stored('drafts')).toEqual([])
  })

  it('is not deleted once it was published, nor after a change of a colleague', async () => {
    const published = await importIt(anIssue())
    await desk.desk.publish(published.id, false)
    expect(
      await desk.reply(EDITOR.openid, drafts.deleteDraft, { id: published.id, revision: 1 }),
    ).toMatchObject({ error: { code: 'CONFLICT' } })
    const { id } = await desk.does(EDITOR, drafts.beginDraft, {})
    await desk.does(COLLEAGUE, drafts.saveDraft, await inHand(id, { month: '2021-07' }))
    expect(await desk.reply(EDITOR.openid, drafts.deleteDraft, { id, revision: 1 })).toMatchObject({
      error: { code: 'CONFLICT', message: expect.stringContaining(COLLEAGUE.name) },
    })
  })
})
