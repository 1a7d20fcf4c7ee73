import { sendTestAlert } from '#shared/alerts/campaign-endpoints'
import { getHeldData } from '#shared/alerts/endpoints'
import { functions } from '../../../config/functions'
import { TEMPLATE } from '../../support/alert-settings'
import { callFromPhone } from '../../support/fixture-functions'
import {
  alertSettings,
  type SubscribingReader,
  type SubscriptionsCloud,
  startSubscriptionsCloud,
  WEEKLY,
} from '../../support/subscriptions-cloud'

jest.setTimeout(60_000)

let test: SubscriptionsCloud
/** An owner who is a reader as well. */
let owner: SubscribingReader

beforeAll(async () => {
  const { alerts: _alerts, publisher: _publisher, ...others } = functions
  test = await startSubscriptionsCloud({ functions: others })
})

beforeEach(async () => {
  owner = test.reader()
  await test.database
    .collection('editors')
    .doc(owner.openid)
    .set({ data: { role: 'owner', name: '王律师' } })
})

afterEach(async () => {
  test.cloud.faults.clear()
  await test.database
    .collection('audit')
    .where({ _id: test.database.command.gt('') })
    .remove()
})

afterAll(() => test.close())

async function send(templateId = TEMPLATE) {
  const event = { endpoint: sendTestAlert.name, input: { templateId } }
  return (await callFromPhone(test.cloud, 'editor', event, owner.openid)).result
}

const audit = async () => (await test.database.collection('audit').where({ act: 'test-alert' }).get()).data
const refuse = (errcode: number, errmsg = 'fault on demand') =>
  test.cloud.faults.add({ action: 'subscribeMessage.send', fault: { kind: 'refuse', errcode, errmsg } })

it('sends the alert of the latest issue to the caller, who has one consent less', async () => {
  await owner.ask()
  await owner.ask({ press: 'allow' }, { language: 'en' })
  expect(await owner.credits()).toBe(2)
  expect(await send()).toEqual({ ok: true, data: { code: null, message: '' } })
  expect(owner.phone.inbox).toMatchObject([
    { page: 'pages/issue/index?id=302', data: { thing1: 'Monthly Review' } },
  ])
  expect(await owner.credits()).toBe(1)
  const { ledger } = await owner.call(getHeldData)
  expect(ledger).toContainEqual(expect.objectContaining({ what: 'spent', before: 2, after: 1 }))
  expect(await audit()).toMatchObject([
    { by: '王律师', act: 'test-alert', subject: TEMPLATE, after: { code: 0 } },
  ])
})

it('counts right also where the answer or a write was lost', async () => {
  await owner.ask()
  test.cloud.faults.add({
    action: 'database.modifyDocument',
    on: { call: 1 },
    fault: { kind: 'drop', when: 'after' },
  })
  expect(await send()).toMatchObject({ data: { code: null } })
  expect(await owner.credits()).toBe(0)
})

it('says what to do where WeChat has no consent left, and counts none then', async () => {
  await owner.ask()
  await test.cloud.wechat.idle()
  // An event names a whole second: what WeChat says within it may be older than the consent.
  test.cloud.clock.jumpTo(test.cloud.clock.now() + 2_000)
  const ours = test.database.collection('readers').where({ openid: owner.openid })
  await ours.update({ data: { [`templates.${TEMPLATE}.credits`]: 3 } })
  expect(await send()).toMatchObject({ data: { code: null } })
  expect(await send()).toMatchObject({
    data: { code: 43101, message: expect.stringContaining('allow it once more first') },
  })
  expect(await owner.credits()).toBe(0)
})

it.each([
  [47003, 'data.thing1.value invalid', 'The field thing1 does not fit'],
  [47003, 'argument invalid!', 'A field does not fit'],
  [40037, 'invalid template_id', 'does not know this template'],
  [41030, 'invalid page', 'release it'],
  [43108, 'concurrent', 'try again in a minute'],
  [-1, 'system error', 'try again in a minute'],
])('says what %i means, and gives the credit back', async (errcode, errmsg, words) => {
  await owner.ask()
  refuse(errcode, errmsg)
  expect(await send()).toEqual({
    ok: true,
    data: { code: errcode, message: expect.stringContaining(words) },
  })
  expect(await owner.credits()).toBe(1)
  expect(await audit()).toMatchObject([{ after: { code: errcode } }])
})

it('counts the credit as spent where nobody can tell whether it was sent', async () => {
  await owner.ask()
  test.cloud.faults.add({ action: 'subscribeMessage.send', fault: { kind: 'drop', when: 'after' } })
  expect(await send()).toMatchObject({ data: { message: expect.stringContaining('cannot be told') } })
  expect(owner.phone.inbox).toHaveLength(1)
  expect(await owner.credits()).toBe(0)
})

it('needs no credit of ours: WeChat knows the true count', async () => {
  test.cloud.wechat.grant([owner.openid], TEMPLATE, 1)
  expect(await send()).toMatchObject({ data: { code: null } })
  expect(owner.phone.inbox).toHaveLength(1)
})

it('leaves what a campaign holds, and its event settles no row of a campaign', async () => {
  await owner.ask()
  await owner.ask()
  const key = ((await test.database.collection('readers').where({ openid: owner.openid }).get()).data[0]
    ?._id ?? '') as string
  const campaignId = `301:${WEEKLY}`
  const token = `${campaignId}#1`
  await test.database
    .collection('readers')
    .doc(key)
    .update({ data: { [`templates.${TEMPLATE}.holds`]: [token], [`templates.${TEMPLATE}.credits`]: 1 } })
  const row = { key, state: 'unknown', reason: null, attempts: 1, msgid: null, code: null, at: 1 }
  await test.database.collection('campaignPages').add({
    data: { _id: `${campaignId}:0000`, campaignId, firstKey: key, lastKey: key, rows: [row], open: false },
  })
  expect(await send()).toMatchObject({ data: { code: null } })
  expect(await owner.credits()).toBe(0)
  await test.cloud.wechat.idle()
  const page = await test.database.collection('campaignPages').doc(`${campaignId}:0000`).get()
  expect(page.data).toMatchObject({ rows: [{ state: 'unknown' }] })
})

it('knows only templates of the saved settings', async () => {
  expect(await send('another')).toMatchObject({
    error: { code: 'CONFLICT', message: expect.stringContaining('save them first') },
  })
  await test.saveAlertSettings(null)
  expect(await send()).toMatchObject({ error: { code: 'CONFLICT' } })
  await test.saveAlertSettings(alertSettings)
})
