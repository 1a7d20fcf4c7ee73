import { chooseAlertLanguage, getHeldData, getSubscriptions, stopAlerts } from '#shared/alerts/endpoints'
import type { UpdatedCounts } from '../../../tools/local-cloud/database/updated-counts'
import { TEMPLATE } from '../../support/alert-settings'
import {
  alertSettings,
  MONTHLY,
  nextRequestId,
  type SubscriptionsCloud,
  startSubscriptionsCloud,
  WEEKLY,
} from '../../support/subscriptions-cloud'

jest.setTimeout(60_000)

// It is not documented which of them the cloud counts.
describe.each<UpdatedCounts>(['changed', 'matched'])(
  'where `updated` counts the documents %s',
  (updatedCounts) => {
    let test: SubscriptionsCloud

    beforeAll(async () => {
      test = await startSubscriptionsCloud({ updatedCounts })
    })

    afterEach(() => test.cloud.faults.clear())

    afterAll(() => test.close())

    const follows = async (openid: string) =>
      (await test.database.collection('readers').where({ openid }).get()).data[0]?.follows

    describe('what is offered', () => {
      afterAll(() => test.saveAlertSettings(alertSettings))

      it('is each published series that has a template, with the stock, and nothing is kept of who looks', async () => {
        const reader = test.reader()
        expect(await reader.call(getSubscriptions)).toEqual({
          offers: [
            { seriesId: MONTHLY, title: { zh: '每月综述', en: 'Monthly Review' }, templateId: TEMPLATE },
            { seriesId: WEEKLY, title: { zh: '数据周报', en: 'Weekly Data Review' }, templateId: TEMPLATE },
          ],
          stock: 5,
          follows: [],
          templates: {},
        })
        expect(await reader.call(getHeldData)).toEqual({ reader: null, deliveries: [], ledger: [] })
      })

      it.each<[string, object | null]>([
        ['no settings', null],
        ['settings without a template for it', { ...alertSettings, defaultTemplate: null }],
        ['a template that is not described', { ...alertSettings, templates: {} }],
        ['settings of another form', { templates: 'many' }],
      ])('is nothing with %s, and nothing can be reported', async (_name, settings) => {
        await test.saveAlertSettings(settings)
        const reader = test.reader()
        expect(await reader.call(getSubscriptions)).toMatchObject({ offers: [] })
        expect(await reader.report({ [TEMPLATE]: 'accept' })).toMatchObject({
          ok: false,
          error: { code: 'INVALID_INPUT' },
        })
        expect(await reader.report({})).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } })
      })
    })

    describe('asking', () => {
      it('counts an accept and takes down the wish', async () => {
        expect(await test.reader().ask()).toMatchObject({
          follows: [WEEKLY],
          templates: { [TEMPLATE]: { credits: 1, refused: false } },
        })
      })

      it('leaves a wish of before as it is', async () => {
        const reader = test.reader()
        await reader.ask()
        const before = await follows(reader.openid)
        await reader.ask()
        expect(await follows(reader.openid)).toEqual(before)
        expect(before).toEqual([{ series: WEEKLY, since: expect.any(Number), until: null }])
      })

      it('takes a refusal for no wish, and remembers that the answer was no', async () => {
        expect(await test.reader().ask({ press: 'cancel' })).toMatchObject({
          follows: [],
          templates: { [TEMPLATE]: { credits: 0, refused: true } },
        })
      })

      it('takes down a wish for another series of the same template where a credit is left, though refused', async () => {
        const reader = test.reader()
        await reader.ask()
        const asked = await reader.ask({ press: 'cancel' }, { seriesId: MONTHLY })
        expect(asked.follows.sort()).toEqual([MONTHLY, WEEKLY])
      })

      it('takes it down also where the panel answered nothing', async () => {
        const reader = test.reader()
        await reader.ask()
        expect(await reader.report({}, { seriesId: MONTHLY })).toMatchObject({
          data: { follows: [WEEKLY, MONTHLY] },
        })
      })

      it('only tops up where no series is named', async () => {
        expect(await test.reader().ask({ press: 'allow' }, { seriesId: null })).toMatchObject({
          follows: [],
          templates: { [TEMPLATE]: { credits: 1 } },
        })
      })

      it.each(['ban', 'filter', 'Accept', ''])(
        'keeps nothing of somebody to whom WeChat answers "%s"',
        async (word) => {
          const reader = test.reader()
          expect(await reader.report({ [TEMPLATE]: word })).toMatchObject({
            ok: true,
            data: { follows: [], templates: {} },
          })
          expect(await reader.call(getHeldData)).toMatchObject({ reader: null })
        },
      )

      it('counts an accept with sound', async () => {
        expect(await test.reader().report({ [TEMPLATE]: 'acceptWithAudio' })).toMatchObject({
          data: { templates: { [TEMPLATE]: { credits: 1 } } },
        })
      })

      it('remembers the language of alerts, which can be changed', async () => {
        const reader = test.reader()
        await reader.call(chooseAlertLanguage, { language: 'en' })
        expect(await reader.call(getHeldData)).toMatchObject({ reader: null })
        await reader.ask()
        await reader.call(chooseAlertLanguage, { language: 'en' })
        expect(await reader.call(getHeldData)).toMatchObject({ reader: { language: 'en' } })
      })
    })

    describe('stopping', () => {
      it('ends the wish, keeps the credits, and can be repeated', async () => {
        const reader = test.reader()
        await reader.ask()
        for (let count = 0; count < 2; count += 1)
          expect(await reader.call(stopAlerts, { seriesId: WEEKLY })).toMatchObject({
            follows: [],
            templates: { [TEMPLATE]: { credits: 1 } },
          })
      })

      it('and asking again is a new wish, for what is published from then on', async () => {
        const reader = test.reader()
        await reader.ask()
        await reader.call(stopAlerts, { seriesId: WEEKLY })
        await reader.ask()
        expect(await follows(reader.openid)).toEqual([
          { series: WEEKLY, since: expect.any(Number), until: expect.any(Number) },
          { series: WEEKLY, since: expect.any(Number), until: null },
        ])
      })

      it('is not undone by a call of before that is repeated', async () => {
        const reader = test.reader()
        const call = { requestId: nextRequestId() }
        await reader.report({ [TEMPLATE]: 'accept' }, call)
        const called = { requestId: nextRequestId() }
        await reader.report({}, called)
        await reader.call(stopAlerts, { seriesId: WEEKLY })
        await reader.report({ [TEMPLATE]: 'accept' }, call)
        await reader.report({}, called)
        expect(await reader.call(getSubscriptions)).toMatchObject({ follows: [] })
        // What was reported is to be taken back by now.
        await test.cloud.clock.advance(16 * 60_000)
        await reader.report({ [TEMPLATE]: 'accept' }, call)
        expect(await reader.call(getSubscriptions)).toMatchObject({ follows: [] })
      })

      it('is nothing where there was no wish, for a series that nobody knows as well', async () => {
        const reader = test.reader()
        expect(await reader.call(stopAlerts, { seriesId: 'nowhere' })).toMatchObject({ follows: [] })
        expect(await reader.call(getHeldData)).toMatchObject({ reader: null })
      })
    })

    describe('what may come twice or at once', () => {
      it('is counted once where a call is repeated', async () => {
        const reader = test.reader()
        const call = { requestId: nextRequestId() }
        await reader.report({ [TEMPLATE]: 'accept' }, call)
        await reader.report({ [TEMPLATE]: 'accept' }, call)
        await reader.report({ [TEMPLATE]: 'accept' }, { ...call, seriesId: MONTHLY })
        expect(await reader.call(getSubscriptions)).toMatchObject({
          follows: [WEEKLY],
          templates: { [TEMPLATE]: { credits: 1 } },
        })
      })

      it('is not counted where a repeated call claims another template', async () => {
        const templates = { ...alertSettings.templates, other: alertSettings.templates[TEMPLATE] }
        await test.saveAlertSettings({ ...alertSettings, templates, seriesTemplates: { [MONTHLY]: 'other' } })
        const reader = test.reader()
        const call = { requestId: nextRequestId() }
        await reader.report({ [TEMPLATE]: 'accept' }, call)
        await reader.report({ [TEMPLATE]: 'accept', other: 'accept' }, call)
        const { templates: counted } = await reader.call(getSubscriptions)
        await test.saveAlertSettings(alertSettings)
        expect(counted).toEqual({ [TEMPLATE]: { credits: 1, refused: false } })
      })

      it('makes one reader of a double tap, and counts it once', async () => {
        const reader = test.reader()
        const call = { requestId: nextRequestId() }
        await Promise.all([1, 2, 3, 4].map(() => reader.report({ [TEMPLATE]: 'accept' }, call)))
        expect(await reader.credits()).toBe(1)
        expect(
          await test.database.collection('readers').where({ openid: reader.openid }).count(),
        ).toMatchObject({
          total: 1,
        })
      })

      it('loses none of several that are made at once', async () => {
        const reader = test.reader()
        await Promise.all([1, 2, 3, 4].map(() => reader.report({ [TEMPLATE]: 'accept' })))
        expect(await reader.credits()).toBe(4)
        const { ledger } = await reader.call(getHeldData)
        expect(ledger.map(({ after }) => after).sort()).toEqual([1, 2, 3, 4])
      })

      it.each([1, 2, 3])(
        'counts once where the answer to the %d. write is lost and the call is repeated',
        async (n) => {
          const reader = test.reader()
          for (const action of ['database.insertDocument', 'database.modifyDocument'])
            test.cloud.faults.add({ action, on: { call: n }, fault: { kind: 'drop', when: 'after' } })
          const call = { requestId: nextRequestId() }
          for (let count = 0; count < 3; count += 1) await reader.report({ [TEMPLATE]: 'accept' }, call)
          await reader.report({ [TEMPLATE]: 'accept' })
          expect(await reader.credits()).toBe(2)
          const { ledger } = await reader.call(getHeldData)
          expect(ledger.map(({ what, before, after }) => [what, before, after])).toEqual([
            ['added', 1, 2],
            ['added', 0, 1],
          ])
        },
      )

      it('writes an entry of the ledger that its run could not write, with the next call', async () => {
        const reader = test.reader()
        await reader.report({ [TEMPLATE]: 'accept' })
        const call = { requestId: nextRequestId() }
        const fault = { kind: 'fail', code: 'SYS_ERR' } as const
        const rule = test.cloud.faults.add({ action: 'database.insertDocument', fault })
        for (const requestId of [call.requestId, nextRequestId()])
          expect(await reader.report({ [TEMPLATE]: 'accept' }, { requestId })).toMatchObject({ ok: true })
        test.cloud.faults.remove(rule)
        expect(await reader.call(getHeldData)).toMatchObject({
          ledger: [{ after: 3 }, { after: 2 }, { after: 1 }],
        })
        await reader.report({ [TEMPLATE]: 'accept' }, call)
        const { data } = await test.database.collection('readers').where({ openid: reader.openid }).get()
        const entries = test.database.collection('consentLedger').where({ key: data[0]?._id })
        expect(await entries.count()).toMatchObject({ total: 3 })
        expect(await reader.credits()).toBe(3)
      })
    })

    describe('bad input touches nobody’s count', () => {
      it.each<[string, Record<string, string>, object, string]>([
        ['a template that nobody offered', { [TEMPLATE]: 'accept', other: 'accept' }, {}, 'INVALID_INPUT'],
        ['a series that there is not', { [TEMPLATE]: 'accept' }, { seriesId: 'nowhere' }, 'NOT_FOUND'],
        ['a query as the series', { [TEMPLATE]: 'accept' }, { seriesId: { $ne: null } }, 'INVALID_INPUT'],
        [
          'a query as the request id',
          { [TEMPLATE]: 'accept' },
          { requestId: { $ne: null } },
          'INVALID_INPUT',
        ],
        ['no request id', { [TEMPLATE]: 'accept' }, { requestId: undefined }, 'INVALID_INPUT'],
        [
          'more templates than a panel has',
          Object.fromEntries(['a', 'b', 'c', 'd', 'e', 'f'].map((id) => [id, 'accept'])),
          {},
          'INVALID_INPUT',
        ],
        ['a word that is none', { [TEMPLATE]: 'accept'.repeat(100) }, {}, 'INVALID_INPUT'],
        ['another language', { [TEMPLATE]: 'accept' }, { language: 'fr' }, 'INVALID_INPUT'],
      ])('%s', async (_name, results, rest, code) => {
        const reader = test.reader()
        const other = test.reader()
        await other.ask()
        expect(await reader.report(results, rest)).toMatchObject({ ok: false, error: { code } })
        expect(await reader.call(getHeldData)).toEqual({ reader: null, deliveries: [], ledger: [] })
        expect(await other.credits()).toBe(1)
      })

      it('a template of the prototype', async () => {
        const reader = test.reader()
        await reader.report({ constructor: 'accept' })
        expect(await reader.call(getHeldData)).toEqual({ reader: null, deliveries: [], ledger: [] })
      })

      it('another reader’s openid beside the input', async () => {
        const other = test.reader()
        await other.ask()
        const reader = test.reader()
        const rest = { openid: other.openid, userInfo: { openId: other.openid }, FromUserName: other.openid }
        expect(await reader.report({ [TEMPLATE]: 'accept' }, rest)).toMatchObject({ ok: true })
        expect([await reader.credits(), await other.credits()]).toEqual([1, 1])
      })

      it.each(['get', 'report', 'stop', 'language', 'held', 'delete'])(
        'a caller whom the platform does not name: %s',
        async (endpoint) => {
          const inputs: Record<string, object> = {
            report: { requestId: nextRequestId(), seriesId: WEEKLY, language: 'zh', results: {}, kept: [] },
            stop: { seriesId: WEEKLY },
            language: { language: 'zh' },
          }
          const data = { endpoint, input: inputs[endpoint] ?? {} }
          const { result } = (await test.sdk.callFunction({ name: 'subscriptions', data })) as {
            result: unknown
          }
          expect(result).toMatchObject({ ok: false, error: { code: 'NOT_SIGNED_IN' } })
        },
      )
    })
  },
)
