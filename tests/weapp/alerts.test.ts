import { wechat } from '../../config/wechat'
import { someAlertSettings, TEMPLATE } from '../support/alert-settings'
import { type IssuesCloud, startIssuesCloud } from '../support/issues-cloud'
import { type MiniProgram, openMiniProgram } from './support/mini-program'
import { READER } from './support/phone-network'
import { anIssueOfTwo } from './support/two-items'

let room: IssuesCloud
const older = anIssueOfTwo('401', { month: '2021-05' })

beforeAll(async () => {
  room = await startIssuesCloud({ wechat })
  await room.publish(older)
  await room.desk.saveAlertSettings(someAlertSettings())
}, 60_000)

afterAll(() => room.close())

/** The reader is new to WeChat and to us in every test. */
beforeEach(async () => {
  room.cloud.faults.clear()
  room.cloud.wechat.settings.reset()
  const phone = room.cloud.wechat.phone(READER)
  phone.turnMainSwitch(true)
  phone.setTemplate(TEMPLATE, { remaining: 0, kept: null })
  await room.cloud.functions.callFromPhone('subscriptions', { endpoint: 'delete', input: {} }, READER)
})

const strip = { className: 'alert-strip' }
const button = { className: 'alert-strip__action' }
const sentence = (phone: MiniProgram) => phone.page.find({ className: 'alert-strip__sentence' }).text

/** Of a reader who has opened an issue before: nothing is offered on the list to others. */
async function openList(): Promise<MiniProgram> {
  const query = { id: older.id }
  const { storage } = await openMiniProgram({ cloud: room.cloud, path: 'pages/issue/index', query })
  return openMiniProgram({ cloud: room.cloud, storage })
}

/** Opens the campaign of a newly published issue and lets the timer come. */
async function publishAndSend(id: string): Promise<void> {
  const issue = anIssueOfTwo(id, { month: '2021-06' })
  await room.publish(issue)
  await room.desk.publish(issue.id, true)
  for (const run of room.cloud.timers.fire('alerts')) await run.rest
  await room.cloud.wechat.idle()
}

it('asks, is told of the next issue, opens it from the message, and then has to ask again', async () => {
  const phone = await openList()
  expect(sentence(phone)).toBe('新一期发布时提醒我')

  await phone.tap(button)
  expect(phone.subscriptions.panel?.templates.map(({ id }) => id)).toEqual([TEMPLATE])
  await phone.subscriptions.answer({ press: 'allow' })
  await phone.settle()
  expect(sentence(phone)).toBe('您将收到下一期的提醒。')

  await publishAndSend('402')
  const [message, ...others] = room.cloud.wechat.phone(READER).inbox
  expect(others).toEqual([])
  expect(message?.data).toMatchObject({ thing2: '甲事标题' })

  const opened = room.cloud.wechat.phone(READER).openMessage(message?.msgid ?? '')
  const again = await openMiniProgram({ cloud: room.cloud, storage: phone.storage, ...opened })
  expect(again.stack).toEqual(['pages/issue/index'])
  expect(again.page.has('甲事标题')).toBe(true)
  expect(sentence(again)).toBe('下一期将不会提醒您，请再次允许。')

  await again.tap(button)
  await again.subscriptions.answer({ press: 'cancel' })
  await again.settle()
  expect(sentence(again)).toBe('没有变动，您可以随时再次开启。')
})

it('leaves the reader alone on the list once alerts are on their way, or were refused', async () => {
  const phone = await openList()
  await phone.tap(button)
  await phone.subscriptions.answer({ press: 'cancel' })
  await phone.settle()
  expect((await openMiniProgram({ cloud: room.cloud, storage: phone.storage })).page.has(strip)).toBe(false)

  const other = await openList()
  expect(other.page.has(strip)).toBe(false)
})

it('adds one more at a tap, up to the stock', async () => {
  const phone = await openList()
  for (let count = 1; count <= 5; count += 1) {
    await phone.tap(button)
    await phone.subscriptions.answer({ press: 'allow' })
    await phone.settle()
  }
  expect(sentence(phone)).toBe('您将收到接下来 5 期的提醒。')
  expect(phone.page.has(button)).toBe(false)
})

it('tops up without a word who always allows, on the way to an issue, and never beyond the stock', async () => {
  room.cloud.wechat.settings.change({ keptChoiceHasEvent: false })
  const phone = await openList()
  await phone.tap(button)
  await phone.subscriptions.answer({ press: 'allow', keep: true })
  await phone.settle()
  for (let count = 0; count < 7; count += 1) {
    await phone.tap({ className: 'lead' })
    expect(phone.subscriptions.panel).toBeNull()
    await phone.back()
  }
  const mine = await openMiniProgram({ cloud: room.cloud, path: 'pages/mine/index' })
  expect(mine.page.find({ className: 'alerts__standing' }).text).toBe('您将收到接下来 5 期的提醒。')
})

it('says that messages are switched off, and leads to WeChat’s settings', async () => {
  room.cloud.wechat.phone(READER).turnMainSwitch(false)
  const phone = await openList()
  await phone.tap(button)
  expect(sentence(phone)).toBe('微信设置中关闭了本小程序的消息。')
  await phone.tap(button)
  expect(phone.subscriptions.settingsPage).not.toBeNull()
  await phone.subscriptions.turnMainSwitch(true)
  await phone.subscriptions.leaveSettings()
  await phone.settle()
  expect(sentence(phone)).toBe('新一期发布时提醒我')
})

it('says that a kept refusal stands, and leads to WeChat’s settings', async () => {
  room.cloud.wechat.phone(READER).setTemplate(TEMPLATE, { kept: 'reject' })
  const phone = await openList()
  await phone.tap(button)
  expect(phone.subscriptions.panel).toBeNull()
  expect(sentence(phone)).toBe('您已选择不再接收这类提醒，可在微信设置中更改。')
})

it('keeps a consent that could not be reported, and reports it later, once', async () => {
  const phone = await openList()
  await phone.tap(button)
  const dropped = room.cloud.faults.add({
    action: 'client.callFunction',
    function: 'subscriptions',
    fault: { kind: 'drop', when: 'after' },
  })
  await phone.subscriptions.answer({ press: 'allow' })
  await phone.settle()
  expect(sentence(phone)).toBe('已记在本机，联网后生效。')
  room.cloud.faults.remove(dropped)

  const later = await openMiniProgram({
    cloud: room.cloud,
    storage: phone.storage,
    path: 'pages/mine/index',
  })
  expect(later.page.find({ className: 'alerts__standing' }).text).toBe('您将收到下一期的提醒。')
})

it('stops at one tap', async () => {
  const phone = await openList()
  await phone.tap(button)
  await phone.subscriptions.answer({ press: 'allow' })
  await phone.settle()
  const mine = await openMiniProgram({ cloud: room.cloud, path: 'pages/mine/index' })
  await mine.tap({ text: '停止' })
  expect(mine.page.find({ className: 'alerts__standing' }).text).toBe('新一期发布时不会提醒您。')
  const list = await openMiniProgram({ cloud: room.cloud, storage: mine.storage })
  expect(list.page.has(strip)).toBe(false)
  const before = room.cloud.wechat.phone(READER).inbox.length
  await publishAndSend('403')
  expect(room.cloud.wechat.phone(READER).inbox).toHaveLength(before)
  expect((await room.desk.campaigns())[0]).toMatchObject({ issueId: '403', state: 'done' })
})

it('shows what is held, gives it away as JSON, and deletes it', async () => {
  const phone = await openList()
  await phone.tap(button)
  await phone.subscriptions.answer({ press: 'allow' })
  await phone.settle()
  const mine = await openMiniProgram({ cloud: room.cloud, path: 'pages/mine/index' })
  await mine.tap({ text: '查看' })
  await mine.tap({ text: '复制为 JSON' })
  expect(JSON.parse(mine.state.clipboard ?? '')).toMatchObject({ reader: { openid: READER } })
  await mine.tap({ text: '全部删除' })
  await mine.tap({ text: '确认删除' })
  expect(mine.page.has('已全部删除。')).toBe(true)
  await mine.tap({ text: '查看' })
  expect(mine.page.has('没有保存您的任何数据。')).toBe(true)
})

it('offers nothing where alerts are not set up', async () => {
  const other = await startIssuesCloud({ wechat })
  try {
    await other.publish(older)
    const phone = await openMiniProgram({ cloud: other.cloud })
    expect(phone.page.has(strip)).toBe(false)
  } finally {
    await other.close()
  }
})

it('asks nobody in the timeline’s single page', async () => {
  const phone = await openMiniProgram({ cloud: room.cloud, scene: 1154 })
  expect(phone.network.calls.filter(({ name }) => name === 'subscriptions')).toEqual([])
})
