import { functions } from '../../../config/functions'
import type { UpdatedCounts } from '../../../tools/local-cloud/database/updated-counts'
import { TEMPLATE } from '../../support/alert-settings'
import { callFromPhone } from '../../support/fixture-functions'
import {
  type SubscribingReader,
  type SubscriptionsCloud,
  startSubscriptionsCloud,
} from '../../support/subscriptions-cloud'

jest.setTimeout(60_000)

// It is not documented which of them the cloud counts.
describe.each<UpdatedCounts>(['changed', 'matched'])(
  'where `updated` counts the documents %s',
  (updatedCounts) => {
    let test: SubscriptionsCloud

    beforeAll(async () => {
      const open = { ...functions['wechat-events'], invoker: 'readers' as const }
      const { alerts: _, ...others } = functions
      test = await startSubscriptionsCloud({
        updatedCounts,
        // As if the rule that keeps phones away were forgotten.
        functions: { ...others, 'wechat-events': open } as typeof functions,
      })
    })

    afterEach(() => test.cloud.wechat.settings.reset())

    afterAll(() => test.close())

    const anEvent = (openid: string, List: unknown = item()) => ({
      ToUserName: 'gh_local',
      FromUserName: openid,
      CreateTime: Math.floor(test.cloud.clock.now() / 1000),
      MsgType: 'event',
      Event: 'subscribe_msg_popup_event',
      List,
    })

    const item = (TemplateId = TEMPLATE) => ({ TemplateId, SubscribeStatusString: 'accept', PopupScene: '0' })

    /** Gives an event as WeChat's message push does, named by the platform as sent by `openid`. */
    async function push(event: object, openid: string): Promise<string> {
      return test.cloud.functions.deliver('wechat-events', event, { openid, source: 'wx_unknown' }).result
    }

    const logs = () => JSON.stringify(test.cloud.functions.calls('wechat-events').map(({ lines }) => lines))

    describe('a forged event counts for nobody', () => {
      it('called by a phone, for its own reader', async () => {
        const reader = test.reader()
        const answer = await callFromPhone(test.cloud, 'wechat-events', anEvent(reader.openid), reader.openid)
        expect(answer).toMatchObject({ result: 'success' })
        expect(await reader.credits()).toBe(0)
      })

      it('called by a phone, for another reader', async () => {
        const [reader, other] = [test.reader(), test.reader()]
        await callFromPhone(test.cloud, 'wechat-events', anEvent(other.openid), reader.openid)
        expect([await reader.credits(), await other.credits()]).toEqual([0, 0])
      })

      it('called through the SDK, which names no reader', async () => {
        const reader = test.reader()
        await test.sdk.callFunction({ name: 'wechat-events', data: anEvent(reader.openid) })
        expect(await reader.credits()).toBe(0)
      })

      it('of another sender than the platform names', async () => {
        const [reader, other] = [test.reader(), test.reader()]
        expect(await push(anEvent(other.openid), reader.openid)).toBe('"success"')
        expect([await reader.credits(), await other.credits()]).toEqual([0, 0])
      })

      it('and no openid stands whole in the log', async () => {
        const reader = test.reader()
        await callFromPhone(test.cloud, 'wechat-events', anEvent(reader.openid), reader.openid)
        await push(anEvent(reader.openid, item('nobody-s')), reader.openid)
        expect(logs()).toContain('ignored')
        expect(logs()).not.toContain(reader.openid)
      })
    })

    it('may not be called by phones, by the configuration', () => {
      expect(functions['wechat-events']?.invoker).toBe('none')
    })

    it('counts what WeChat tells, though no report ever came, and once however often it is told', async () => {
      const reader = test.reader()
      const event = anEvent(reader.openid)
      await Promise.all([push(event, reader.openid), push(event, reader.openid)])
      await push(event, reader.openid)
      expect(await reader.credits()).toBe(1)
    })

    it('takes of one event what is of a template that is set up', async () => {
      const reader = test.reader()
      await push(anEvent(reader.openid, [item('nobody-s'), item()]), reader.openid)
      expect(await reader.credits()).toBe(1)
      const { data } = await test.database.collection('readers').where({ openid: reader.openid }).get()
      expect(Object.keys(data[0]?.templates as object)).toEqual([TEMPLATE])
    })

    it.each<[string, (openid: string) => object]>([
      ['a template that nobody set up', (openid) => anEvent(openid, item('nobody-s'))],
      [
        'a refusal of somebody unknown',
        (openid) => anEvent(openid, { ...item(), SubscribeStatusString: 'reject' }),
      ],
      ['a chat message', (openid) => ({ ...anEvent(openid), MsgType: 'text' })],
      ['another event', (openid) => ({ ...anEvent(openid), Event: 'user_enter_tempsession' })],
      ['no list', (openid) => anEvent(openid, null)],
      ['an old one of somebody unknown', (openid) => ({ ...anEvent(openid), CreateTime: 1_600_000_000 })],
    ])('ignores %s, keeps nothing and answers all the same', async (_name, eventOf) => {
      const { openid } = test.reader()
      expect(await push(eventOf(openid), openid)).toBe('"success"')
      expect(await test.database.collection('readers').where({ openid }).get()).toMatchObject({ data: [] })
    })

    describe('of a message that was sent', () => {
      /** A reader whose message of a campaign is in this state, with a credit held for it. */
      async function told(row: object): Promise<{ reader: SubscribingReader; campaignId: string }> {
        const reader = test.reader()
        await reader.ask()
        await test.cloud.wechat.idle()
        const { data } = await test.database.collection('readers').where({ openid: reader.openid }).get()
        const key = data[0]?._id as string
        const campaignId = `${key}:weekly`
        const held = {
          [`templates.${TEMPLATE}.holds`]: [`${campaignId}#1`],
          [`templates.${TEMPLATE}.credits`]: 0,
        }
        await test.database.collection('readers').doc(key).update({ data: held })
        await test.database.collection('campaignPages').add({
          data: {
            _id: `${campaignId}:0001`,
            campaignId,
            firstKey: key,
            lastKey: key,
            rows: [{ key, attempts: 0, at: test.cloud.clock.now(), run: 'ended', ...row }],
            counts: { unknown: 1 },
          },
        })
        return { reader, campaignId }
      }

      const sent = (openid: string, MsgID: string, ErrorCode = '0') => ({
        ...anEvent(openid, { TemplateId: TEMPLATE, MsgID, ErrorCode, ErrorStatus: 'success' }),
        Event: 'subscribe_msg_sent_event',
      })

      it.each([
        ['arrived', '0', { state: 'delivered', msgid: '77' }],
        ['did not arrive', '20001', { state: 'failed', reason: 'not-delivered', code: 20001 }],
      ])('settles one of which nobody knew whether it went out: it %s', async (_name, code, row) => {
        const { reader, campaignId } = await told({ state: 'unknown' })
        await push(sent(reader.openid, '77', code), reader.openid)
        await push(sent(reader.openid, '77', code), reader.openid)
        const page = await test.database.collection('campaignPages').doc(`${campaignId}:0001`).get()
        expect(page.data.rows).toMatchObject([row])
        const { data } = await test.database.collection('readers').where({ openid: reader.openid }).get()
        expect(data[0]?.templates).toMatchObject({
          [TEMPLATE]: { credits: 0, holds: [], settled: [`${campaignId}#1`] },
        })
      })

      it('ignores one of a reader who has deleted everything', async () => {
        const { reader } = await told({ state: 'unknown' })
        await reader.reply('delete', {})
        expect(await push(sent(reader.openid, '77'), reader.openid)).toBe('"success"')
      })
    })
  },
)
