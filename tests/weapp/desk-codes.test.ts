import { changeCode, codePicture, createCode, listCodes } from '#shared/codes/endpoints'
import { posterCode } from '#shared/codes/poster-endpoints'
import type { Target } from '#shared/codes/target'
import { withdrawDraft } from '#shared/drafts/endpoints'
import { type DeskCloud, startDeskCloud } from '../support/desk-cloud'
import { publishByDraft } from '../support/publish-by-draft'
import { readCode, sceneOf } from '../support/read-code'
import { type MiniProgram, openMiniProgram } from './support/mini-program'
import { READER } from './support/phone-network'

jest.setTimeout(60_000)

const COLLEAGUE = 'oColleague-0123456789abcdefg'
const HOME: Target = { kind: 'home' }
const NEWEST = '数据周报 第 602 期'

let desk: DeskCloud

beforeAll(async () => {
  desk = await startDeskCloud()
  await desk.appoint(READER, 'editor', '王律师')
  await desk.appoint(COLLEAGUE, 'editor', '李娜')
  await publishByDraft(desk, READER, 601)
  await publishByDraft(desk, READER, 602)
})

beforeEach(async () => {
  desk.cloud.wechat.settings.reset()
  await desk.appoint(READER, 'editor', '王律师')
  await desk.database
    .collection('codes')
    .where({ _id: desk.database.command.gt('') })
    .remove()
})

afterAll(() => desk.close())

const open = () => openMiniProgram({ cloud: desk.cloud, path: 'editor/codes/index' })
const aCode = async (channel: string, target: Target = HOME) =>
  (await desk.call(createCode, { channel, target }, READER)).code
const listed = async () => (await desk.call(listCodes, {}, READER)).codes
const channelField = (phone: MiniProgram) => () => phone.page.all({ className: 'field__input' })[0]
const callsOf = (phone: MiniProgram, endpoint: string) =>
  phone.network.calls.filter(({ data }) => (data as { endpoint?: string }).endpoint === endpoint)

/** Opens the form and fills it in; `place` is the name of what is to be chosen out of a list. */
async function fillIn(phone: MiniProgram, channel: string, kind: string, place?: string): Promise<void> {
  await phone.tap({ role: 'button', text: '做一个新码' })
  await phone.type(channelField(phone), channel)
  await phone.tap({ role: 'radio', text: kind })
  if (place !== undefined) await phone.tap({ role: 'radio', label: place })
}

it('is reached from the desk, and says that there are no codes yet', async () => {
  const phone = await openMiniProgram({ cloud: desk.cloud, path: 'editor/desk/index' })
  await phone.tap('小程序码')
  expect(phone.page.path).toBe('editor/codes/index')
  expect(phone.page.lines).toContain('还没有码。做好的码，和经由它来的读者人数，会列在这里。')
})

it.each<[string, string, string | undefined, Target, string]>([
  ['the home page', '首页', undefined, HOME, '通向首页'],
  ['a series', '一个系列', '数据周报', { kind: 'series', seriesId: 'weekly-data-review' }, '通向数据周报'],
  ['an issue', '某一期', NEWEST, { kind: 'issue', issueId: '602' }, `通向${NEWEST}`],
])('makes a code for %s, and shows it', async (_name, kind, place, target, leads) => {
  const phone = await open()
  await fillIn(phone, '第 204 期封底', kind, place)
  await phone.tap('做这个码')
  expect(phone.page.lines).toEqual(
    expect.arrayContaining(['做好了，就在下面。', '第 204 期封底', leads, '还没有读者']),
  )
  const [code] = await listed()
  expect(code).toMatchObject({ channel: '第 204 期封底', target, state: 'active' })
  const picture = String(phone.page.find({ className: 'code__picture' }).attributes.src)
  expect(sceneOf(readCode(picture).address).scene).toBe(code?.token)
})

it('makes nothing while the channel has no name, or while it is not chosen which issue', async () => {
  const phone = await open()
  await fillIn(phone, '  ', '首页')
  expect(phone.page.has('做这个码')).toBe(false)
  await phone.type(channelField(phone), '会场')
  expect(phone.page.has('做这个码')).toBe(true)
  await phone.tap({ role: 'radio', text: '某一期' })
  expect(phone.page.has('做这个码')).toBe(false)
  await phone.tap({ role: 'radio', label: NEWEST })
  expect(phone.page.has('做这个码')).toBe(true)
})

it('keeps what was typed where the issue was withdrawn meanwhile, and says so', async () => {
  const { draftId } = await publishByDraft(desk, READER, 603)
  const phone = await open()
  await fillIn(phone, '会场', '某一期', '数据周报 第 603 期')
  await desk.call(withdrawDraft, { id: draftId }, READER)
  await phone.tap('做这个码')
  expect(phone.page.lines).toContain('没有做成：这个系列或这一期已不在，请另选一个。')
  expect(channelField(phone)()?.attributes.value).toBe('会场')
  expect(await listed()).toEqual([])
})

it('says nothing more of the code before, when the next one is begun', async () => {
  const phone = await open()
  await fillIn(phone, '会场', '首页')
  await phone.tap('做这个码')
  expect(phone.page.has('做好了，就在下面。')).toBe(true)
  await phone.tap({ role: 'button', text: '做一个新码' })
  expect(phone.page.has('做好了，就在下面。')).toBe(false)
})

it('says of a code where it leads readers once its issue was withdrawn', async () => {
  const { draftId } = await publishByDraft(desk, READER, 604)
  await aCode('会场', { kind: 'issue', issueId: '604' })
  await desk.call(withdrawDraft, { id: draftId }, READER)
  const phone = await open()
  expect(phone.page.lines).toContain('它通向的内容读者已看不到：扫码的人进入首页。请改变去处。')
})

it('says that it can be tried again where WeChat makes none at this moment', async () => {
  desk.cloud.wechat.settings.change({ codesPerMinute: 0 })
  const phone = await open()
  await fillIn(phone, '会场', '首页')
  await phone.tap('做这个码')
  expect(phone.page.lines).toContain('微信此刻没有做成，请过几分钟再试。')
  desk.cloud.wechat.settings.reset()
  await phone.tap('做这个码')
  expect(await listed()).toHaveLength(1)
})

it('shows the code also where the answer to its making was lost, and does not ask to make it again', async () => {
  const phone = await open()
  await fillIn(phone, '会场', '首页')
  const { network } = phone
  const callFunction = network.callFunction.bind(network)
  network.callFunction = async (call) => {
    await callFunction(call)
    network.callFunction = callFunction
    throw { errCode: -1, errMsg: 'request:fail timeout' }
  }
  await phone.tap('做这个码')
  expect(phone.page.lines).toContain(
    '没有网络连接，是否做成尚不清楚。联网后请先看下面的列表，再决定是否重做。',
  )
  expect(phone.page.has({ className: 'entry__name', text: '会场' })).toBe(true)
})

describe('the picture', () => {
  it('is put into the album at print size, and into no other file', async () => {
    const { token } = await aCode('会场')
    const phone = await open()
    await phone.tap('打开')
    await phone.tap('保存印刷用图')
    expect(phone.page.lines).toContain('已存入相册。')
    const album = phone.files.album as Buffer[]
    expect(album).toHaveLength(1)
    const kept = readCode(album[0] ?? '')
    expect([kept.width, sceneOf(kept.address).scene]).toEqual([1280, token])
    expect(phone.files.paths).toEqual([])
  })

  it('is not kept where that is refused, and it is said where it can be allowed', async () => {
    await aCode('会场')
    const phone = await open()
    phone.files.album = 'denied'
    await phone.tap('打开')
    await phone.tap('保存印刷用图')
    expect(phone.page.lines.some((line) => line.startsWith('没有保存：微信没有得到'))).toBe(true)
  })

  it('can be asked for again where it did not come', async () => {
    await aCode('会场')
    const phone = await open()
    phone.network.state = 'cut'
    await phone.tap('打开')
    expect(phone.page.has({ className: 'code__picture' })).toBe(false)
    phone.network.state = 'on'
    await phone.tap('重试')
    expect(phone.page.has({ className: 'code__picture' })).toBe(true)
    expect(callsOf(phone, codePicture.name)).toHaveLength(2)
  })

  it('of a poster is in a list of its own, without a claim to be fit for print', async () => {
    await desk.call(posterCode, { issueId: '602' }, 'some-reader')
    const phone = await open()
    expect(phone.page.has('海报')).toBe(false)
    await phone.tap('读者海报上的码')
    expect(phone.page.title).toBe('读者海报上的码')
    expect(phone.page.has('做一个新码')).toBe(false)
    expect(phone.page.lines).toEqual(expect.arrayContaining(['海报', `通向${NEWEST}`]))
    await phone.tap('打开')
    await phone.tap('保存图片')
    expect(phone.page.lines).toContain('已存入相册。')
    expect(phone.page.has('保存印刷用图')).toBe(false)
  })

  it('of a poster is not there before there is one', async () => {
    const phone = await open()
    await phone.tap('读者海报上的码')
    expect(phone.page.has('还没有读者做过海报。')).toBe(true)
  })

  it('of a poster says by which channel its sharers came', async () => {
    const { token } = await aCode('会场')
    await desk.call(posterCode, { issueId: '602', cameBy: token }, 'some-reader')
    const phone = await open()
    await phone.tap('读者海报上的码')
    expect(phone.page.all({ className: 'entry__name' }).map(({ text }) => text)).toEqual([
      '海报，分享者来自“会场”',
    ])
    await phone.tap('打开')
    await phone.tap('停用')
    expect(phone.page.lines.join('\n')).toContain('这样的海报也不能再做')
  })
})

it('points what is printed elsewhere', async () => {
  const { token } = await aCode('会场')
  const phone = await open()
  await phone.tap('打开')
  await phone.tap('改变去处')
  expect(phone.page.has('从此通向这里')).toBe(false)
  await phone.tap({ role: 'radio', text: '某一期' })
  await phone.tap({ role: 'radio', label: NEWEST })
  await phone.tap('从此通向这里')
  expect(phone.page.lines).toEqual(
    expect.arrayContaining(['改好了。已经印出的码，从现在起通向这里。', `通向${NEWEST}`]),
  )
  expect(await listed()).toMatchObject([{ token, target: { kind: 'issue', issueId: '602' } }])
})

it('withdraws a code only when that is confirmed, and uses it again', async () => {
  await aCode('会场')
  const phone = await open()
  await phone.tap('打开')
  await phone.tap('停用')
  await phone.tap('不了')
  expect(await listed()).toMatchObject([{ state: 'active' }])
  await phone.tap('停用')
  await phone.tap('确认停用')
  expect(phone.page.lines).toEqual(expect.arrayContaining(['已停用，立即生效。', '已停用']))
  expect(await listed()).toMatchObject([{ state: 'withdrawn' }])
  await phone.tap('重新启用')
  await phone.tap('从此通向这里')
  expect(phone.page.lines).toContain('通向首页')
  expect(await listed()).toMatchObject([{ state: 'active', target: HOME }])
})

it('says that another editor was quicker, and shows what they made of it', async () => {
  const { token, revision } = await aCode('会场')
  const phone = await open()
  await phone.tap('打开')
  const target: Target = { kind: 'issue', issueId: '601' }
  await desk.call(changeCode, { token, revision, target }, COLLEAGUE)
  await phone.tap('停用')
  await phone.tap('确认停用')
  expect(phone.page.lines).toEqual(
    expect.arrayContaining([
      '另一位编辑刚刚改过这个码，您的改动没有生效。现在显示的是最新情况。',
      '通向数据周报 第 601 期',
    ]),
  )
  expect(await listed()).toMatchObject([{ state: 'active', target }])
})

it('shows earlier codes when they are asked for, and one again as it is after a change', async () => {
  for (let number = 1; number <= 21; number += 1) {
    desk.cloud.clock.jumpTo(desk.cloud.clock.now() + 1_000)
    await aCode(`渠道 ${number}`)
  }
  const phone = await open()
  const names = () => phone.page.all({ className: 'entry__name' }).map(({ text }) => text)
  expect([names().length, names()[0], names().includes('渠道 1')]).toEqual([20, '渠道 21', false])
  await phone.tap('更早的码')
  expect([names().length, names()[20]]).toEqual([21, '渠道 1'])
  expect(phone.page.has('更早的码')).toBe(false)
  await phone.tap({ role: 'button', label: '打开: 渠道 1' })
  await phone.tap('停用')
  await phone.tap('确认停用')
  expect(names()).toHaveLength(21)
  expect(phone.page.lines).toContain('已停用')
})

it('says why there is nothing to see: no connection, no role', async () => {
  const offline = await openMiniProgram({ cloud: desk.cloud, path: 'editor/codes/index', network: 'cut' })
  expect(offline.page.lines).toContain('没有网络连接')
  offline.network.state = 'on'
  await offline.tap('重试')
  expect(offline.page.has({ role: 'button', text: '做一个新码' })).toBe(true)

  await desk.database.collection('editors').doc(READER).remove()
  const stranger = await open()
  expect(stranger.page.lines).toContain('这里需要相应的权限')
  expect(stranger.page.has({ role: 'button', text: '做一个新码' })).toBe(false)
})

it('offers the eight newest issues, and the earlier ones when they are asked for', async () => {
  for (const number of [611, 612, 613, 614, 615, 616, 617]) await publishByDraft(desk, READER, number)
  const phone = await open()
  await fillIn(phone, '会场', '某一期')
  const offered = () => phone.page.find({ label: '哪一期' }).all({ role: 'radio' })
  expect(offered()).toHaveLength(8)
  expect(phone.page.has({ role: 'radio', label: '数据周报 第 601 期' })).toBe(false)
  await phone.tap('更早的各期')
  await phone.tap({ role: 'radio', label: '数据周报 第 601 期' })
  await phone.tap('做这个码')
  expect(phone.page.lines).toContain('通向数据周报 第 601 期')
})
