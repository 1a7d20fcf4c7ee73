import type { UpdatedCounts } from '../../../tools/local-cloud/database/updated-counts'
import { anIssue, anItem } from '../../support/an-issue'
import { anImport, type IssuesCloud, startIssuesCloud } from '../../support/issues-cloud'

// It is not documented which of them the cloud counts.
describe.each<UpdatedCounts>(['changed', 'matched'])(
  'where `updated` counts the documents %s',
  (updatedCounts) => {
    let issues: IssuesCloud

    beforeAll(async () => {
      issues = await startIssuesCloud({ updatedCounts })
      await issues.publish(
        anIssue(),
        anIssue({ id: '302', number: 302, series: { ...anIssue().series, number: 91 } }),
      )
    }, 60_000)

    afterAll(() => issues.close())

    const get = (input: object) => issues.call({ endpoint: 'get', input })
    const list = (input: object) => issues.call({ endpoint: 'list', input })
    const withTitle = (zh: string) =>
      anIssue({
        sections: [{ title: { zh: '要闻', en: null }, items: [anItem({ title: { zh, en: null } })] }],
      })

    describe('the function issues, as built, through the real SDK', () => {
      it('answers a published issue to a caller without an openid, exactly as it was imported', async () => {
        expect(await get({ id: '302' })).toMatchObject({
          ok: true,
          data: { status: 'current', revision: 1, issue: { id: '302', sections: anIssue().sections } },
        })
      })

      it('lists the newest first, in pages', async () => {
        const first = await list({ limit: 1 })
        expect(first).toMatchObject({ ok: true, data: { issues: [{ id: '302' }], next: expect.any(String) } })
        const { next } = (first as { data: { next: string } }).data
        expect(await list({ limit: 1, cursor: next })).toMatchObject({
          data: { issues: [{ id: '301' }], next: null },
        })
      })

      it('shows a correction, and then a withdrawal, on the next call', async () => {
        await get({ id: '301' })
        await issues.publish(withTitle('更正后的标题'))
        expect(await get({ id: '301', revision: 1 })).toMatchObject({
          data: { status: 'current', revision: 2 },
        })
        expect(await get({ id: '301', revision: 2 })).toEqual({
          ok: true,
          data: { status: 'unchanged', revision: 2 },
        })
        await issues.desk.withdraw('301')
        expect(await get({ id: '301', revision: 2 })).toMatchObject({
          ok: false,
          error: { code: 'NOT_FOUND' },
        })
        expect(await list({})).toMatchObject({ data: { issues: [{ id: '302' }] } })
      })

      it('takes an event without an input as one with an empty input', async () => {
        expect(await issues.call({ endpoint: 'list' })).toEqual(await list({}))
      })

      it('keeps drafts from readers', async () => {
        await issues.desk.importDraft(
          anImport(anIssue({ id: '999', number: 999, series: { ...anIssue().series, number: 99 } })),
        )
        expect(await get({ id: '999' })).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } })
      })

      it('loses neither of two issues that are published at the same moment', async () => {
        const both = [401, 402].map((number) =>
          anIssue({ id: String(number), number, series: { ...anIssue().series, number } }),
        )
        await Promise.all(both.map((issue) => issues.publish(issue)))
        for (const { id } of both) expect(await get({ id })).toMatchObject({ ok: true })
      })

      it.each([
        ['a malformed cursor', { endpoint: 'list', input: { cursor: 'x' } }, 'INVALID_INPUT'],
        [
          'a query in place of a cursor',
          { endpoint: 'list', input: { cursor: { $ne: null } } },
          'INVALID_INPUT',
        ],
        ['a query in place of an id', { endpoint: 'get', input: { id: { $ne: null } } }, 'INVALID_INPUT'],
        ['a limit beyond the largest page', { endpoint: 'list', input: { limit: 1000 } }, 'INVALID_INPUT'],
        ['an input of the wrong type', { endpoint: 'list', input: 'all' }, 'INVALID_INPUT'],
        ['no endpoint', {}, 'INVALID_INPUT'],
        ['an unknown endpoint', { endpoint: 'publish', input: {} }, 'NOT_FOUND'],
        ['an endpoint of the prototype', { endpoint: 'constructor', input: {} }, 'NOT_FOUND'],
        ['an unknown id', { endpoint: 'get', input: { id: 'nowhere' } }, 'NOT_FOUND'],
        ['1 MB of junk', { endpoint: 'get', input: { id: 'x'.repeat(1_000_000) } }, 'INVALID_INPUT'],
        [
          'a polluting key',
          JSON.parse('{"endpoint":"get","input":{"__proto__":{"id":"302"}}}'),
          'INVALID_INPUT',
        ],
      ])('answers %s with a code', async (_what, event, code) => {
        expect(await issues.call(event)).toMatchObject({ ok: false, error: { code } })
      })

      it('ignores what a platform or a caller adds beside the input, an openid for example', async () => {
        const event = {
          endpoint: 'get',
          input: { id: '302', extra: 1 },
          openid: 'somebody',
          userInfo: { openId: 'x' },
        }
        expect(await issues.call(event)).toMatchObject({ ok: true })
      })
    })
  },
)
