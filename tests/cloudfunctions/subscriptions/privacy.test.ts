import { deleteHeldData, getHeldData, getSubscriptions } from '#shared/alerts/endpoints'
import type { UpdatedCounts } from '../../../tools/local-cloud/database/updated-counts'
import { TEMPLATE } from '../../support/alert-settings'
import {
  type SubscribingReader,
  type SubscriptionsCloud,
  startSubscriptionsCloud,
  WEEKLY,
} from '../../support/subscriptions-cloud'

const MINUTE = 60_000

jest.setTimeout(60_000)

// It is not documented which of them the cloud counts.
describe.each<UpdatedCounts>(['changed', 'matched'])(
  'where `updated` counts the documents %s',
  (updatedCounts) => {
    let test: SubscriptionsCloud

    beforeAll(async () => {
      test = await startSubscriptionsCloud({ updatedCounts })
    })

    afterEach(async () => {
      test.cloud.wechat.settings.reset()
      await test.cloud.faults.clear()
    })

    afterAll(() => test.close())

    async function documents(collection: string, condition: object = {}) {
      return (await test.database.collection(collection).where(condition).limit(1_000).get()).data
    }

    const keyOf = async ({ openid }: SubscribingReader) => (await documents('readers', { openid }))[0]?._id

    const pass = async (ms: number) => {
      await test.cloud.wechat.idle()
      await test.cloud.clock.advance(ms)
      await test.cloud.wechat.idle()
    }

    /** All that names a reader in the database. */
    async function traces({ openid }: SubscribingReader): Promise<unknown[]> {
      const all = await Promise.all(
        ['readers', 'consentLedger', 'campaigns', 'campaignPages'].map((each) => documents(each)),
      )
      return all.flat().filter((document) => JSON.stringify(document).includes(openid))
    }

    async function removeErased() {
      const { removeErased: remove } = await import('#core/readers/remove-erased')
      const { cloudReaderPorts } = await import('#core/readers/cloud-reader-ports')
      const { cloudAlertStore } = await import('#core/alerts/cloud-alert-store')
      return remove(cloudReaderPorts, cloudAlertStore.campaigns, test.cloud.clock.now())
    }

    it('shows a reader all that is held, as JSON', async () => {
      const reader = test.reader()
      await reader.ask()
      await test.cloud.wechat.idle()
      const time = expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/u)
      const held = await reader.call(getHeldData)
      expect(JSON.parse(JSON.stringify(held))).toEqual({
        reader: {
          openid: reader.openid,
          language: 'zh',
          follows: [{ series: WEEKLY, since: time, until: null }],
          templates: {
            [TEMPLATE]: { credits: 1, reserved: 0, unconfirmed: 0, refused: false, lastConsent: time },
          },
        },
        deliveries: [],
        ledger: expect.arrayContaining([
          {
            at: time,
            templateId: TEMPLATE,
            what: 'added',
            why: expect.stringMatching(/^(?:reported by the phone|told by an event)$/u),
            before: 0,
            after: 1,
          },
        ]),
      })
    })

    it('shows the alerts that were sent, or are to be', async () => {
      const reader = test.reader()
      await reader.ask()
      await test.cloud.wechat.idle()
      const key = String(await keyOf(reader))
      const row = `templates.${TEMPLATE}`
      const tokens = {
        [`${row}.holds`]: ['302:weekly#1'],
        [`${row}.settled`]: ['301:weekly#1', '300:weekly#1'],
      }
      await test.database.collection('readers').doc(key).update({ data: tokens })
      for (const [campaignId, delivery] of [
        ['301:weekly', { state: 'delivered', at: 1_893_456_000_000 }],
        ['302:weekly', { state: 'pending' }],
      ] as const) {
        const rows = [{ key, attempts: 0, ...delivery }]
        await test.database.collection('campaignPages').add({
          data: { _id: `${campaignId}:${key}`, campaignId, firstKey: key, lastKey: key, rows },
        })
      }
      expect((await reader.call(getHeldData)).deliveries).toEqual([
        { issueId: '302', seriesId: 'weekly', state: 'pending', at: null },
        { issueId: '301', seriesId: 'weekly', state: 'delivered', at: '2030-01-01T00:00:00.000Z' },
      ])
    })

    it('deletes all of it, the ledger too, and tells so', async () => {
      const reader = test.reader()
      await reader.ask()
      await test.cloud.wechat.idle()
      const key = await keyOf(reader)
      expect(await reader.call(deleteHeldData)).toMatchObject({ follows: [], templates: {} })
      expect(await traces(reader)).toEqual([])
      expect(await documents('consentLedger', { key })).toEqual([])
      expect(await reader.call(getHeldData)).toEqual({ reader: null, deliveries: [], ledger: [] })
    })

    it('deletes a ledger of any length', async () => {
      const reader = test.reader()
      await reader.ask()
      const key = await keyOf(reader)
      const entries = Array.from({ length: 1_200 }, (_, index) => ({
        _id: `${key}:old:${index}`,
        key,
        at: index,
      }))
      await test.database.collection('consentLedger').add({ data: entries })
      await reader.call(deleteHeldData)
      expect(await documents('consentLedger', { key })).toEqual([])
    })

    it('can be repeated, and asked for by whom nothing is held of', async () => {
      const reader = test.reader()
      expect(await reader.call(deleteHeldData)).toMatchObject({ follows: [] })
      await reader.ask()
      await reader.call(deleteHeldData)
      await reader.call(deleteHeldData)
      await test.cloud.wechat.idle()
      expect(await traces(reader)).toEqual([])
    })

    it.each(['database.modifyDocument', 'database.removeDocument', 'database.getDocument'])(
      'deletes all where an answer of the cloud is lost on the way: %s',
      async (action) => {
        const reader = test.reader()
        await reader.ask()
        await test.cloud.wechat.idle()
        const key = await keyOf(reader)
        test.cloud.faults.add({
          action,
          function: 'subscriptions',
          on: { call: 1 },
          fault: { kind: 'drop', when: 'after' },
        })
        await reader.reply('delete', {})
        await reader.call(deleteHeldData)
        expect(await traces(reader)).toEqual([])
        await pass(11 * MINUTE)
        await removeErased()
        expect(await documents('consentLedger', { key })).toEqual([])
      },
    )

    it('knows nothing any more of a reader who comes back: another key, a new wish, no credit', async () => {
      const reader = test.reader()
      await reader.ask()
      await test.cloud.wechat.idle()
      const before = await keyOf(reader)
      await reader.call(deleteHeldData)
      await pass(2_000)
      expect(await reader.call(getSubscriptions)).toMatchObject({ follows: [], templates: {} })
      await reader.ask()
      expect(await reader.credits()).toBe(1)
      expect(await keyOf(reader)).not.toBe(before)
    })

    it('is not undone by an event of before that comes late', async () => {
      test.cloud.wechat.settings.change({ popupEvents: [{ when: 'late', lateBy: 5 * MINUTE, twice: true }] })
      const reader = test.reader()
      await reader.ask()
      await test.cloud.clock.advance(1_000)
      await reader.call(deleteHeldData)
      await pass(6 * MINUTE)
      expect(await traces(reader)).toEqual([])
    })

    it('is not undone by a call that was under way', async () => {
      const reader = test.reader()
      await reader.ask()
      await test.cloud.wechat.idle()
      const rule = test.cloud.faults.add({
        action: 'database.modifyDocument',
        function: 'subscriptions',
        on: { call: 1 },
        fault: { kind: 'hold', when: 'before' },
      })
      const reported = reader.report({ [TEMPLATE]: 'accept' })
      await test.cloud.faults.whenMet(rule)
      await reader.call(deleteHeldData)
      await test.cloud.faults.release()
      expect(await reported).toMatchObject({ ok: true, data: { follows: [], templates: {} } })
      expect(await traces(reader)).toEqual([])
    })

    describe('what is left for some minutes', () => {
      it('names nobody, and still tells a campaign who followed when it was opened', async () => {
        const reader = test.reader()
        await reader.ask()
        const key = await keyOf(reader)
        await reader.call(deleteHeldData)
        expect(await documents('readers', { _id: key })).toEqual([
          expect.objectContaining({
            openid: `erased:${key}`,
            templates: {},
            unwritten: [],
            erasedAt: expect.any(Number),
            follows: [{ series: WEEKLY, since: expect.any(Number), until: expect.any(Number) }],
          }),
        ])
      })

      it('goes after ten minutes, but not while a campaign is counting who follows', async () => {
        const reader = test.reader()
        await reader.ask()
        await test.cloud.wechat.idle()
        const key = await keyOf(reader)
        await reader.call(deleteHeldData)
        await pass(9 * MINUTE)
        await removeErased()
        expect(await documents('readers', { _id: key })).toHaveLength(1)

        await pass(2 * MINUTE)
        const campaigns = test.database.collection('campaigns')
        await campaigns.add({ data: { _id: '301:weekly', open: true, openedAt: 1, frozen: false } })
        await removeErased()
        expect(await documents('readers', { _id: key })).toHaveLength(1)

        await campaigns.doc('301:weekly').update({ data: { frozen: true } })
        await removeErased()
        expect(await documents('readers', { _id: key })).toEqual([])
        await campaigns.doc('301:weekly').remove()
      })
    })
  },
)
