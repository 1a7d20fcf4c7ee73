import { stopAlerts } from '#shared/alerts/endpoints'
import type { Reply } from '#shared/errors'
import { functions } from '../../../config/functions'
import type { UpdatedCounts } from '../../../tools/local-cloud/database/updated-counts'
import { TEMPLATE } from '../../support/alert-settings'
import { anIssue } from '../../support/an-issue'
import { callFromPhone } from '../../support/fixture-functions'
import {
  alertSettings,
  type SubscribingReader,
  type SubscriptionsCloud,
  startSubscriptionsCloud,
  WEEKLY,
} from '../../support/subscriptions-cloud'

jest.setTimeout(60_000)

const EDITOR = 'oEditor-0123456789abcdefghij'
const OWNER = 'oOwner-0123456789abcdefghijk'

const fields = { thing1: { from: 'series' }, thing2: { from: 'headline' }, date3: { from: 'publishedAt' } }

/** Whatever time it is: nothing waits for the morning. */
const settings = { ...alertSettings, templates: { [TEMPLATE]: { fields } }, quietHours: null }

const words = (thing1: object) => ({
  ...settings,
  templates: { [TEMPLATE]: { fields: { ...fields, thing1 } } },
})

const CALLS = [
  ['campaigns', {}],
  ['campaign', { id: `301:${WEEKLY}` }],
  ['pause', { id: `301:${WEEKLY}` }],
  ['resume', { id: `301:${WEEKLY}` }],
  ['cancel', { id: `301:${WEEKLY}` }],
  ['send-again', { id: `301:${WEEKLY}` }],
  ['alert-settings', {}],
  ['save-alert-settings', { settings }],
] as const

// It is not documented which of them the cloud counts.
describe.each<UpdatedCounts>(['changed', 'matched'])(
  'where `updated` counts the documents %s',
  (updatedCounts) => {
    let test: SubscriptionsCloud

    beforeAll(async () => {
      test = await startSubscriptionsCloud({ updatedCounts, functions })
      await test.saveAlertSettings(settings)
      const editors = test.database.collection('editors')
      await editors.doc(EDITOR).set({ data: { role: 'editor' } })
      await editors.doc(OWNER).set({ data: { role: 'owner' } })
    })

    const followers: SubscribingReader[] = []

    afterEach(async () => {
      test.cloud.faults.clear()
      for (const reader of followers.splice(0)) await reader.call(stopAlerts, { seriesId: WEEKLY })
    })

    afterAll(() => test.close())

    async function call(
      endpoint: string,
      input: object = {},
      openid: string | undefined = EDITOR,
      more = {},
    ) {
      const { result, errMsg } = await callFromPhone(
        test.cloud,
        'editor',
        { endpoint, input, ...more },
        openid,
      )
      return (result ?? errMsg) as Reply<Record<string, unknown>>
    }

    const run = () => Promise.all(test.cloud.timers.fire('alerts').map(({ rest }) => rest))

    let number = 400

    /** Publishes a new issue of the series and opens its campaign. */
    async function open(): Promise<string> {
      number += 1
      const issue = anIssue({ id: String(number), number, series: { ...anIssue().series, number } })
      await test.publish(issue)
      await test.desk.publish(issue.id, true)
      return `${number}:${WEEKLY}`
    }

    /** A reader who has asked. */
    async function follower(credits = 1) {
      const reader = test.reader()
      for (let each = 0; each < credits; each += 1) await reader.ask()
      await test.cloud.wechat.idle()
      followers.push(reader)
      return reader
    }

    const overview = (id: string) => call('campaign', { id })

    describe('who may', () => {
      it.each(CALLS)('refuses %s to a reader, whatever the event claims', async (endpoint, input) => {
        for (const more of [{}, { openid: OWNER }, { userInfo: { openId: OWNER } }, { role: 'owner' }])
          expect(await call(endpoint, { ...input, openid: OWNER }, 'oReader-000', more)).toEqual({
            ok: false,
            error: { code: 'FORBIDDEN', message: expect.any(String) },
          })
      })

      it.each(CALLS)('lets nobody without a sign-in do %s', async (endpoint, input) => {
        const { result } = await callFromPhone(test.cloud, 'editor', { endpoint, input })
        expect(result).toBeUndefined()
        const called: unknown = await test.sdk.callFunction({ name: 'editor', data: { endpoint, input } })
        expect(called).toMatchObject({ result: { ok: false, error: { code: 'NOT_SIGNED_IN' } } })
      })

      it.each(['reader', 'Owner', '', null, ['owner']])('takes %j for no role', async (role) => {
        await test.database.collection('editors').doc('oOdd').set({ data: { role } })
        expect(await call('campaigns', {}, 'oOdd')).toMatchObject({ error: { code: 'FORBIDDEN' } })
      })

      it('lets editors look at the settings, and owners alone save them', async () => {
        expect(await call('save-alert-settings', { settings })).toMatchObject({
          error: { code: 'FORBIDDEN' },
        })
        expect(await call('save-alert-settings', { settings }, OWNER)).toEqual({ ok: true, data: {} })
        expect(await call('alert-settings')).toMatchObject({ data: { settings, trouble: null } })
      })

      it('says why settings are not saved, and keeps those that are', async () => {
        expect(
          await call('save-alert-settings', { settings: words({ from: 'nothing' }) }, OWNER),
        ).toMatchObject({
          error: { code: 'INVALID_INPUT', message: expect.stringContaining('thing1') },
        })
        expect(await call('alert-settings')).toMatchObject({ data: { settings } })
      })

      it('says where an operator looks why nothing is offered', async () => {
        await test.saveAlertSettings(null)
        expect(await call('campaigns')).toMatchObject({
          data: { settingsTrouble: expect.stringContaining('No alert settings are saved') },
        })
        await test.saveAlertSettings(settings)
        expect(await call('campaigns')).toMatchObject({ data: { settingsTrouble: null } })
      })
    })

    it('has one campaign of an issue, however often it is published', async () => {
      const id = await open()
      const issue = anIssue({ id: String(number), number, series: { ...anIssue().series, number } })
      expect(await test.desk.publish(issue.id, true)).toEqual({ id, isNew: false })
      await run()
      expect(await call('campaigns')).toMatchObject({ data: { campaigns: [{ id, state: 'done' }] } })
    })

    it('holds a campaign back and lets it go on', async () => {
      const reader = await follower()
      const id = await open()
      expect(await call('pause', { id })).toMatchObject({
        data: { state: 'paused', reason: expect.stringContaining('editor') },
      })
      await run()
      expect(await overview(id)).toMatchObject({ data: { campaign: { state: 'paused' } } })
      expect(reader.phone.inbox).toEqual([])
      // Said twice, it is the same.
      expect(await call('pause', { id })).toMatchObject({ data: { state: 'paused' } })
      for (const _ of [1, 2])
        expect(await call('resume', { id })).toMatchObject({ data: { state: 'sending', reason: '' } })
      await run()
      expect(reader.phone.inbox).toHaveLength(1)
      expect(await overview(id)).toMatchObject({
        data: { campaign: { state: 'done' }, perSecond: 1, estimatedEnd: null },
      })
      expect(await call('pause', { id })).toMatchObject({ error: { code: 'CONFLICT' } })
    })

    it('ends a campaign: what is left is skipped, and credits stay', async () => {
      const reader = await follower()
      const id = await open()
      for (const _ of [1, 2])
        expect(await call('cancel', { id })).toMatchObject({ data: { state: 'cancelled' } })
      await run()
      expect(reader.phone.inbox).toEqual([])
      expect(await overview(id)).toMatchObject({
        data: { campaign: { state: 'cancelled', finishedAt: expect.any(String) }, counts: { pending: 0 } },
      })
      expect(await reader.credits()).toBe(1)
      expect(await call('resume', { id })).toMatchObject({ error: { code: 'CONFLICT' } })
      expect(await call('send-again', { id })).toMatchObject({ error: { code: 'CONFLICT' } })
    })

    it('goes on in the words that the settings make now, once they are mended', async () => {
      const reader = await follower()
      const id = await open()
      await call('pause', { id })
      // Saved elsewhere: an instance must not go by what it remembers.
      const mended = words({ from: 'text', text: { zh: '新的一期', en: 'A new issue' } })
      await test.database.collection('settings').doc('alerts').set({ data: mended })
      await call('resume', { id })
      await run()
      await test.saveAlertSettings(settings)
      expect(reader.phone.inbox).toMatchObject([{ data: { thing1: '新的一期' } }])
    })

    it('sends what failed once more where the reader has a credit, and nothing else', async () => {
      const refused = await follower(2)
      const id = await open()
      test.cloud.faults.add({
        action: 'subscribeMessage.send',
        on: { call: 1 },
        fault: { kind: 'refuse', errcode: 40003 },
      })
      await run()
      const failed = await overview(id)
      expect(failed).toMatchObject({
        data: {
          counts: { failed: 1 },
          troubles: [{ state: 'failed', reason: 'no-such-reader', code: 40003 }],
        },
      })
      expect(JSON.stringify(failed)).not.toContain(refused.openid)
      const inboxes = () =>
        [...test.cloud.wechat.messages()].filter(({ message }) => message.page?.includes(`id=${number}`))
      const before = inboxes().length
      const answers = await Promise.all([call('send-again', { id }), call('send-again', { id })])
      expect(answers.filter(({ ok }) => ok).length).toBeGreaterThan(0)
      await run()
      expect(await overview(id)).toMatchObject({
        data: { campaign: { state: 'done' }, counts: { failed: 0 } },
      })
      expect(inboxes()).toHaveLength(before + 1)
      // Nothing is left to send.
      expect(await call('send-again', { id })).toMatchObject({
        data: { rows: 0, campaign: { state: 'done' } },
      })
      await run()
      expect(inboxes()).toHaveLength(before + 1)
    })

    it('sends nothing again of an issue that was withdrawn', async () => {
      await follower(2)
      const id = await open()
      test.cloud.faults.add({
        action: 'subscribeMessage.send',
        on: { call: 1 },
        fault: { kind: 'refuse', errcode: 40003 },
      })
      await run()
      expect(await overview(id)).toMatchObject({
        data: { campaign: { state: 'done' }, counts: { failed: 1 } },
      })
      await call('withdraw', { id: String(number) })
      expect(await call('send-again', { id })).toMatchObject({ error: { code: 'CONFLICT' } })
      expect(await overview(id)).toMatchObject({
        data: { campaign: { state: 'done', reason: 'The issue was withdrawn.' }, counts: { failed: 1 } },
      })
    })

    it('never sends an unknown row again', async () => {
      await follower()
      const id = await open()
      test.cloud.faults.add({ action: 'subscribeMessage.send', fault: { kind: 'drop', when: 'before' } })
      await run()
      test.cloud.faults.clear()
      expect(await overview(id)).toMatchObject({ data: { troubles: [{ state: 'unknown' }] } })
      expect(await call('send-again', { id })).toMatchObject({
        data: { rows: 0, campaign: { state: 'done' } },
      })
    })

    it('enters in the audit trail who steered a campaign, once, and what it was before', async () => {
      await test.database
        .collection('audit')
        .where({ act: test.database.command.neq('refused') })
        .remove()
      await follower()
      const id = await open()
      for (const endpoint of [
        'pause',
        'pause',
        'resume',
        'resume',
        'cancel',
        'cancel',
        'resume',
        'send-again',
      ])
        await call(endpoint, { id })
      await run()
      const { data } = await test.database.collection('audit').where({ subject: id }).get()
      const entries = data as { act: string; before: { state: string }; after: { state: string } }[]
      const acts = entries.map(({ act, before, after }) => `${act}: ${before.state} to ${after.state}`)
      expect(acts.sort()).toEqual([
        'cancel: sending to cancelled',
        'pause: sending to paused',
        'resume: paused to sending',
      ])
    })

    it('enters what was sent again', async () => {
      await follower(2)
      const id = await open()
      const fault = { kind: 'refuse', errcode: 40003 } as const
      test.cloud.faults.add({ action: 'subscribeMessage.send', on: { call: 1 }, fault })
      await run()
      await call('send-again', { id })
      await run()
      const { data } = await test.database.collection('audit').where({ subject: id }).get()
      expect(data).toMatchObject([
        { act: 'send-again', before: { state: 'done', round: 1 }, after: { state: 'sending', round: 2 } },
      ])
    })

    it('enters which settings were saved, and which were before', async () => {
      const other = { ...settings, stock: 7 }
      const owners = () => test.database.collection('audit').where({ act: 'save-alert-settings' })
      await call('save-alert-settings', { settings }, OWNER)
      await owners().remove()
      for (const saved of [other, other, settings])
        await call('save-alert-settings', { settings: saved }, OWNER)
      const { data } = await owners().get()
      const entries = data as { before: { stock: number }; after: { stock: number } }[]
      expect(entries.map(({ before, after }) => [before.stock, after.stock]).sort()).toEqual([
        [settings.stock, 7],
        [7, settings.stock],
      ])
    })

    it('knows no campaign that was never opened', async () => {
      for (const endpoint of ['campaign', 'pause', 'resume', 'cancel', 'send-again'])
        expect(await call(endpoint, { id: `999:${WEEKLY}` })).toMatchObject({ error: { code: 'NOT_FOUND' } })
    })
  },
)
