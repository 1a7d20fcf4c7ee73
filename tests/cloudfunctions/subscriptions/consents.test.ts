import { getHeldData } from '#shared/alerts/endpoints'
import type { UpdatedCounts } from '../../../tools/local-cloud/database/updated-counts'
import type { SettingsChange } from '../../../tools/local-cloud/wechat/settings'
import { TEMPLATE } from '../../support/alert-settings'
import {
  alertSettings,
  nextRequestId,
  type SubscribingReader,
  type SubscriptionsCloud,
  startSubscriptionsCloud,
} from '../../support/subscriptions-cloud'

const MINUTE = 60_000

type Way = NonNullable<SettingsChange['popupEvents']>[number]

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

    /** Lets time pass, with what is due on the way, and takes back what is due then, as the function `alerts` does. */
    async function pass(ms: number, settings: Partial<typeof alertSettings> = {}): Promise<void> {
      await test.cloud.wechat.idle()
      await test.cloud.clock.advance(ms)
      await test.cloud.wechat.idle()
      const { takeBackUnconfirmed } = await import('#core/readers/take-back-unconfirmed')
      const { cloudReaderPorts } = await import('#core/readers/cloud-reader-ports')
      await takeBackUnconfirmed(cloudReaderPorts, { ...alertSettings, ...settings }, test.cloud.clock.now())
    }

    /** What is stored, and not what is answered. */
    async function stored(reader: SubscribingReader) {
      await test.cloud.wechat.idle()
      const { data } = await test.database.collection('readers').where({ openid: reader.openid }).get()
      type Row = { credits: number; reports: unknown[] }
      return (data[0] as { templates: Record<string, Row> } | undefined)?.templates[TEMPLATE]
    }

    const whats = async (reader: SubscribingReader) =>
      (await reader.call(getHeldData)).ledger.map(({ what, after }) => `${what} ${after}`)

    const acceptByTheDozen = async (reader: SubscribingReader, count: number, rest: object = {}) => {
      for (let claim = 0; claim < count; claim += 1) await reader.report({ [TEMPLATE]: 'accept' }, rest)
    }

    describe('where events come, a panel counts once', () => {
      const ways: [Way, SettingsChange['eventForm']][] = [
        [{ when: 'before' }, 'received'],
        [{ when: 'before', twice: true }, 'documented'],
        [{ when: 'after' }, 'nested'],
        [{ when: 'after', twice: true }, 'received'],
        [{ when: 'late', lateBy: 9 * MINUTE }, 'documented'],
        [{ when: 'late', lateBy: 14 * MINUTE, twice: true }, 'nested'],
        [{ when: 'late', lateBy: 30 * MINUTE, twice: true }, 'received'],
      ]
      it.each(ways)('%j, %s', async (way, eventForm) => {
        test.cloud.wechat.settings.change({ popupEvents: [way], ...(eventForm && { eventForm }) })
        const reader = test.reader()
        expect(await reader.ask()).toMatchObject({ templates: { [TEMPLATE]: { credits: 1 } } })
        await pass(31 * MINUTE)
        expect(await stored(reader)).toMatchObject({ credits: 1, reports: [] })
        const given = test.cloud.wechat.givenEvents().filter(({ openid }) => openid === reader.openid)
        expect(given.map(({ answer }) => answer)).toEqual(Array(way.twice ? 2 : 1).fill('"success"'))
      })

      it('also where the report never comes', async () => {
        const reader = test.reader()
        reader.phone.willAnswer({ press: 'allow' })
        await reader.phone.requestSubscribeMessage([TEMPLATE])
        expect(await reader.credits()).toBe(1)
      })

      it('also where report and event come at the same moment', async () => {
        const readers = Array.from({ length: 5 }, () => test.reader())
        test.cloud.wechat.settings.change({ popupEvents: [{ when: 'late', lateBy: 1 }] })
        await Promise.all(
          readers.map(async (reader) => {
            reader.phone.willAnswer({ press: 'allow' })
            await reader.phone.requestSubscribeMessage([TEMPLATE])
          }),
        )
        await Promise.all([
          test.cloud.clock.advance(1_000),
          ...readers.map((reader) => reader.report({ [TEMPLATE]: 'accept' })),
        ])
        await pass(16 * MINUTE)
        expect(await Promise.all(readers.map((reader) => reader.credits()))).toEqual([1, 1, 1, 1, 1])
      })

      it('and one that is not confirmed is taken back after 15 minutes, which the answer knows before it is written', async () => {
        test.cloud.wechat.settings.change({ popupEvents: [{ when: 'never' }] })
        const reader = test.reader()
        await reader.ask()
        await test.cloud.clock.advance(15 * MINUTE)
        expect(await reader.credits()).toBe(0)
        expect(await stored(reader)).toMatchObject({ credits: 1 })
        await pass(0)
        expect(await stored(reader)).toMatchObject({ credits: 0 })
        expect(await whats(reader)).toEqual(['taken-back 0', 'added 1'])
      })

      it('beyond the stock as well: it is true', async () => {
        const reader = test.reader()
        for (let panel = 0; panel < 7; panel += 1) {
          await reader.ask()
          await pass(2_000)
        }
        await pass(16 * MINUTE)
        expect(await reader.credits()).toBe(7)
      })

      it.each(['database.getDocument', 'database.insertDocument', 'database.modifyDocument'])(
        'also where answers of the cloud are lost to the function: %s',
        async (action) => {
          const reader = test.reader()
          for (const call of [1, 2]) {
            const fault = { kind: 'drop', when: 'after' } as const
            test.cloud.faults.add({ action, function: 'wechat-events', on: { call }, fault })
          }
          reader.phone.willAnswer({ press: 'allow' })
          await reader.phone.requestSubscribeMessage([TEMPLATE])
          await reader.report({ [TEMPLATE]: 'accept' })
          await pass(16 * MINUTE)
          expect(await reader.credits()).toBe(1)
          expect(test.cloud.wechat.givenEvents().at(-1)).toMatchObject({ error: null })
        },
      )
    })

    describe('a kept choice', () => {
      it.each([false, true])(
        'tops up to the stock, where it has an event: %s',
        async (keptChoiceHasEvent) => {
          test.cloud.wechat.settings.change({ keptChoiceHasEvent })
          await test.saveAlertSettings({ ...alertSettings, keptChoiceHasEvent })
          const reader = test.reader()
          await reader.ask({ press: 'allow', keep: true })
          for (let tap = 0; tap < 3; tap += 1) {
            await pass(2_000)
            await reader.ask()
          }
          await pass(16 * MINUTE, { keptChoiceHasEvent })
          expect(await reader.credits()).toBe(4)
          await test.saveAlertSettings(alertSettings)
        },
      )
    })

    describe('turning messages off in WeChat', () => {
      it('sets the count to nothing, and the answer was no', async () => {
        const reader = test.reader()
        await reader.ask()
        await pass(2_000)
        await reader.phone.chooseItem(TEMPLATE, 'reject')
        await test.cloud.wechat.idle()
        expect(await stored(reader)).toMatchObject({ credits: 0, refused: true })
        expect(await whats(reader)).toContain('cleared 0')
      })

      it('told late, takes no consent that is newer', async () => {
        test.cloud.wechat.settings.change({ changeEvents: [{ when: 'late', lateBy: MINUTE, twice: true }] })
        const reader = test.reader()
        await reader.ask()
        await pass(2_000)
        await reader.phone.chooseItem(TEMPLATE, 'reject')
        reader.phone.setTemplate(TEMPLATE, { kept: null })
        await pass(2_000)
        await reader.ask()
        await pass(2 * MINUTE)
        expect(await stored(reader)).toMatchObject({ credits: 2, refused: false })
      })
    })

    describe('a client that claims 50 consents', () => {
      it('keeps none of them where events come, and nobody else’s count moves', async () => {
        const other = test.reader()
        await other.ask()
        const reader = test.reader()
        await acceptByTheDozen(reader, 25)
        await acceptByTheDozen(reader, 25, { kept: [TEMPLATE] })
        expect(await reader.credits()).toBe(5)
        await pass(16 * MINUTE)
        expect([await reader.credits(), await other.credits()]).toEqual([0, 1])
      })

      it('keeps at most the stock where none come', async () => {
        await test.saveAlertSettings({ ...alertSettings, events: false })
        const other = test.reader()
        await other.ask()
        const reader = test.reader()
        await acceptByTheDozen(reader, 25)
        await acceptByTheDozen(reader, 25, { kept: [TEMPLATE] })
        await pass(16 * MINUTE, { events: false })
        expect([await reader.credits(), await other.credits()]).toEqual([5, 1])
        await test.saveAlertSettings(alertSettings)
      })

      it('in one call is refused', async () => {
        const reader = test.reader()
        const results = Object.fromEntries(
          Array.from({ length: 50 }, (_, index) => [`template-${index}`, 'accept']),
        )
        expect(await reader.report(results, { requestId: nextRequestId() })).toMatchObject({ ok: false })
        expect(await stored(reader)).toBeUndefined()
      })
    })

    it('tells the operator when more than half of the reports stay without an event', async () => {
      const { reportHealth } = await import('#core/readers/report-health')
      const warn = jest.spyOn(console, 'warn').mockImplementation(() => {})
      // A day on, what other tests have left is not counted.
      await pass(25 * 60 * MINUTE)
      warn.mockClear()
      for (let count = 0; count < 8; count += 1) await test.reader().ask()
      await pass(16 * MINUTE)
      expect(await reportHealth(test.cloud.clock.now())).toEqual({
        confirmed: 8,
        unconfirmed: 0,
        isDoubtful: false,
      })
      test.cloud.wechat.settings.change({ popupEvents: [{ when: 'never' }] })
      for (let count = 0; count < 12; count += 1) await test.reader().ask()
      expect(warn).not.toHaveBeenCalled()
      await pass(16 * MINUTE)
      const health = await reportHealth(test.cloud.clock.now())
      const lines = warn.mock.calls.map(([line]) => line)
      warn.mockRestore()
      expect(health).toEqual({ confirmed: 8, unconfirmed: 12, isDoubtful: true })
      expect(lines).toEqual([expect.stringContaining('confirmed only 8')])
    })
  },
)
