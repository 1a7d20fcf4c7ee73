import { countRead } from '#shared/issues/endpoints'
import { functions } from '../../config/functions'
import { anIssue } from '../support/an-issue'
import { callFromPhone } from '../support/fixture-functions'
import {
  alertSettings,
  type SubscriptionsCloud,
  startSubscriptionsCloud,
  WEEKLY,
} from '../support/subscriptions-cloud'
import { type MiniProgram, openMiniProgram } from './support/mini-program'
import { READER } from './support/phone-network'

jest.setTimeout(60_000)

let room: SubscriptionsCloud

beforeAll(async () => {
  room = await startSubscriptionsCloud({ functions })
  await room.saveAlertSettings({ ...alertSettings, quietHours: null })
})

beforeEach(() => appoint('owner'))

afterAll(() => room.close())

const appoint = (role: 'owner' | 'editor') =>
  room.database
    .collection('editors')
    .doc(READER)
    .set({ data: { role, name: '王律师', since: Date.now() } })

const run = () => Promise.all(room.cloud.timers.fire('alerts').map(({ rest }) => rest))

let number = 700

/** A new issue whose alerts have been opened for one reader who asked; `isSent`: the run is over as well. */
async function aCampaign(isSent: boolean): Promise<{ issueId: string; campaign: string }> {
  number += 1
  const issueId = String(number)
  await room.reader().ask()
  await room.cloud.wechat.idle()
  const issue = anIssue({ id: issueId, number, series: { ...anIssue().series, number } })
  await room.publish(issue)
  await room.desk.publish(issueId, true)
  if (isSent) for (let each = 0; each < 3; each += 1) await run()
  return { issueId, campaign: `${issueId}:${WEEKLY}` }
}

const open = (path: string, query: Record<string, string> = {}) =>
  openMiniProgram({ cloud: room.cloud, path, query })

/** The figure of a bar. */
function figure(phone: MiniProgram, name: string): string {
  const bars = phone.page.all({ className: 'bar' }).filter((bar) => bar.lines[0] === name)
  return bars.map((bar) => bar.lines[1]).join()
}

it('lists every issue with how its alerts go, and how many ask for each series', async () => {
  const { issueId } = await aCampaign(true)
  const phone = await open('editor/watch/index')
  expect(phone.page.lines).toContain(`数据周报\u00a0· 第 ${issueId} 期\u00a0· 已派发完毕`)
  expect(Number(figure(phone, '数据周报'))).toBeGreaterThan(0)
  const row = phone.page.all({ role: 'link' }).find(({ text }) => text.includes(`第 ${issueId} 期`))
  if (!row) throw new Error('The issue is not listed.')
  await phone.tap(row)
  expect(phone.page.path).toBe('editor/watch/issue/index')
  expect(phone.page.lines).toContain('已派发完毕')
})

it('shows what came of a campaign and how the issue was read', async () => {
  const { issueId, campaign } = await aCampaign(true)
  for (const [reader, mode, channel] of [
    ['r1', 'zh', 'alert'],
    ['r2', 'zh', 'share'],
    ['r3', 'both', 'share'],
  ])
    await callFromPhone(
      room.cloud,
      'issues',
      { endpoint: countRead.name, input: { id: issueId, mode, channel } },
      reader,
    )
  const phone = await open('editor/watch/issue/index', { id: issueId, campaign })
  const sent = Number(figure(phone, '已送达')) + Number(figure(phone, '微信已接收'))
  expect(sent).toBeGreaterThan(0)
  expect(figure(phone, '待发送')).toBe('0')
  expect(['中文', '英文', '中英双语'].map((name) => figure(phone, name))).toEqual(['2', '0', '1'])
  expect(['提醒', '好友或群聊'].map((name) => figure(phone, name))).toEqual(['1', '2'])
})

it('finds the campaign of an issue also where the way there does not name it', async () => {
  const { issueId } = await aCampaign(true)
  const phone = await open('editor/watch/issue/index', { id: issueId })
  expect(phone.page.lines).toContain('已派发完毕')
})

it('asks nothing while a campaign is paused, resumes it, and cancels it only when that is confirmed', async () => {
  const { issueId, campaign } = await aCampaign(false)
  await callFromPhone(room.cloud, 'editor', { endpoint: 'pause', input: { id: campaign } }, READER)
  const phone = await open('editor/watch/issue/index', { id: issueId, campaign })
  expect(phone.page.lines).toEqual(expect.arrayContaining(['已暂停', '由编辑暂停。']))
  const asked = phone.network.calls.filter(
    ({ data }) => (data as { endpoint?: string }).endpoint === 'campaign',
  )
  expect(asked).toHaveLength(1)

  await phone.tap('继续派发')
  expect(phone.page.lines).not.toContain('已暂停')
  await phone.tap('取消派发')
  expect(phone.page.lines.join()).toContain('无法恢复')
  await phone.tap('确认取消派发')
  expect(phone.page.lines).toContain('已取消')
  expect(phone.page.has('继续派发')).toBe(false)
})

it('keeps asking while a campaign goes on, and leaves off where nothing happens for two minutes', async () => {
  const { issueId, campaign } = await aCampaign(false)
  const phone = await open('editor/watch/issue/index', { id: issueId, campaign })
  expect(phone.page.lines).toContain('正在清点订阅的读者')
  const asked = () =>
    phone.network.calls.filter(({ data }) => (data as { endpoint?: string }).endpoint === 'campaign').length
  expect(asked()).toBe(1 + 24)
})

it('shows how it really stands where somebody else was quicker', async () => {
  const { issueId, campaign } = await aCampaign(false)
  await callFromPhone(room.cloud, 'editor', { endpoint: 'pause', input: { id: campaign } }, READER)
  const phone = await open('editor/watch/issue/index', { id: issueId, campaign })
  await callFromPhone(room.cloud, 'editor', { endpoint: 'cancel', input: { id: campaign } }, READER)
  await phone.tap('继续派发')
  expect(phone.page.lines).toEqual(
    expect.arrayContaining(['派发的状态刚刚变了，没有做成。下面是最新的状态。', '已取消']),
  )
})

describe('the alert settings', () => {
  it('send a test to whoever taps, by WeChat’s panel in the tap itself', async () => {
    const phone = await open('editor/settings/alerts/index')
    await phone.tap('允许并试发')
    await phone.subscriptions.answer({ press: 'allow' })
    expect(phone.page.lines).toContain('微信已接收。请到微信的“服务通知”里看。')
    expect(room.cloud.wechat.phone(READER).inbox).toHaveLength(1)
  })

  it('send nothing to whoever does not allow it', async () => {
    const phone = await open('editor/settings/alerts/index')
    await phone.tap('允许并试发')
    await phone.subscriptions.answer({ press: 'cancel' })
    expect(phone.page.lines).toContain('您没有允许，所以没有发送。')
    expect(
      phone.network.calls.some(({ data }) => (data as { endpoint?: string }).endpoint === 'test-alert'),
    ).toBe(false)
  })

  it('are changed by an owner, and stay as they are where they cannot be used', async () => {
    const phone = await open('editor/settings/alerts/index')
    const [choice] = phone.page.all({ role: 'radio', text: '刊名' })
    if (!choice) throw new Error('Nothing is to be chosen.')
    await phone.tap(choice)
    await phone.tap('保存')
    expect(phone.page.lines).toContain('已保存，十秒之内生效。')
    const [fixed] = phone.page.all({ role: 'radio', text: '固定文字' })
    if (!fixed) throw new Error('No fixed text can be chosen.')
    await phone.tap(fixed)
    await phone.tap('保存')
    expect(phone.page.lines.join()).toContain('没有保存。服务器说：')
    const { data } = await room.database.collection('settings').doc('alerts').get()
    expect(data).toMatchObject({
      templates: { 'local-new-issue': { fields: { thing1: { from: 'publication' } } } },
    })
  })
})

it('shows an editor the settings, and nothing to change them with', async () => {
  await appoint('editor')
  const phone = await open('editor/settings/index')
  expect(phone.page.lines).toContain('这里由负责人更改，您可以查看。')
  expect(phone.page.lines).not.toContain('操作记录')
  for (const page of ['series', 'alerts']) {
    const query: Record<string, string> = page === 'series' ? { id: WEEKLY } : {}
    const { page: shown } = await open(`editor/settings/${page}/index`, query)
    expect(shown.has('保存')).toBe(false)
    expect(shown.lines).toContain('这里由负责人更改，您可以查看。')
  }
  for (const page of ['editors', 'audit'])
    expect((await open(`editor/settings/${page}/index`)).page.lines).toContain('这里需要相应的权限')
})

it('keeps the last owner, and says why', async () => {
  const phone = await open('editor/settings/editors/index')
  expect(phone.page.lines).toContain('王律师（您）')
  await phone.tap('移除')
  await phone.tap('确认移除')
  expect(phone.page.lines).toContain('没有移除：至少要留一位负责人。')
})

it('reads the audit trail with what was changed', async () => {
  const { campaign } = await aCampaign(false)
  await callFromPhone(room.cloud, 'editor', { endpoint: 'pause', input: { id: campaign } }, READER)
  const phone = await open('editor/settings/audit/index')
  expect(phone.page.lines).toContain(`暂停派发 · ${campaign}`)
  expect(phone.page.lines.some((line) => line.startsWith('王律师'))).toBe(true)
})
