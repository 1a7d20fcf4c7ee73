import { getFirm } from '#shared/firm/endpoints'
import { aFirm, CODE, saveFirm } from '../support/a-firm'
import { type IssuesCloud, startIssuesCloud } from '../support/issues-cloud'
import { type MiniProgram, type Opening, openMiniProgram } from './support/mini-program'
import { SINGLE_PAGE } from './support/single-page'
import { anIssueOfTwo } from './support/two-items'

let room: IssuesCloud

beforeAll(async () => {
  room = await startIssuesCloud()
  await room.publish(anIssueOfTwo('301'))
})

beforeEach(() => saveFirm(room.cloud, aFirm()))
afterAll(() => room.close())

/** WeChat's codes for a card that does not come: no network, nonsense, banned, not linked, switched off, another way in, twice. */
const REASONS = [-2, -1, 1, 2, 3, 4, 5, 6]

const OPEN = { role: 'button', label: '打开 立方观评' }
const SAVE = { role: 'button', label: '保存 立方观评' }

const card = (phone: MiniProgram) => phone.page.all({ className: 'follow__card' })
const line = (phone: MiniProgram) => phone.page.find({ className: 'follow' })
const asked = (phone: MiniProgram) =>
  phone.network.calls.filter(({ data }) => (data as { endpoint: string }).endpoint === getFirm.name).length

const openMine = (more: Partial<Opening> = {}) =>
  openMiniProgram({ cloud: room.cloud, path: 'pages/mine/index', ...more })

async function openEnd(more: Partial<Opening> = {}): Promise<MiniProgram> {
  const phone = await openMiniProgram({
    cloud: room.cloud,
    path: 'pages/issue/index',
    query: { id: '301' },
    ...more,
  })
  await phone.reachBottom()
  return phone
}

async function tellOfCard(phone: MiniProgram, type: 'load' | 'error', status: number): Promise<void> {
  const [official] = phone.page.all({ className: 'follow__card' })[0]?.elements ?? []
  if (official?.tag !== 'official-account') throw new Error('WeChat is asked for no card.')
  phone.page.tellOf(official, type, { status, errMsg: '' })
  await phone.settle()
}

describe.each([
  ['at an issue’s end', openEnd],
  ['on the reader’s own page', openMine],
])('the firm’s account %s', (_, open) => {
  it('is followed by WeChat’s card where it comes, in the place of what stood there', async () => {
    const phone = await open()
    expect(line(phone).classNames).toContain('follow--awaited')
    expect(line(phone).lines).toEqual(['立方观评', '长按二维码识别，或搜索名称。', '保存', '复制'])
    await tellOfCard(phone, 'load', 0)
    expect(line(phone).classNames).toContain('follow--shown')
    expect(card(phone)).toHaveLength(1)
  })

  it.each(REASONS)('leaves no empty place where the card does not come, for reason %d', async (status) => {
    const phone = await open()
    await tellOfCard(phone, 'error', status)
    expect(line(phone).classNames).toContain('follow--absent')
    expect(card(phone)).toHaveLength(0)
    expect(line(phone).find({ className: 'follow__code' }).attributes.src).toBe(CODE)
  })

  it('opens by a tap where WeChat can', async () => {
    const phone = await open({ settings: { accountProfiles: 'opens' } })
    await tellOfCard(phone, 'error', 5)
    expect(line(phone).lines).toEqual(['立方观评', '打开'])
    await phone.tap(OPEN)
    expect(phone.state.openedProfiles).toEqual(['gh_0123456789ab'])
    expect(phone.page.has(OPEN)).toBe(true)
  })

  it('is shown by its code where WeChat refuses to open it', async () => {
    const phone = await open({ settings: { accountProfiles: 'refuses' } })
    await phone.tap(OPEN)
    expect(phone.state.openedProfiles).toEqual([])
    expect(line(phone).find({ className: 'follow__code' }).attributes.src).toBe(CODE)
  })

  it('is not mentioned where there is none', async () => {
    await saveFirm(room.cloud, { account: null, contact: null })
    const phone = await open()
    expect(asked(phone)).toBe(1)
    expect(phone.page.has('关注公众号')).toBe(false)
    expect(phone.page.has({ className: 'follow' })).toBe(false)
  })

  it('is known without a network to who saw it before, and to nobody else', async () => {
    const { storage } = await open()
    const issueAlone = await openMiniProgram({
      cloud: room.cloud,
      path: 'pages/issue/index',
      query: { id: '301' },
    })
    expect((await open({ storage, network: 'cut' })).page.has('关注公众号')).toBe(true)
    expect((await open({ storage: issueAlone.storage, network: 'cut' })).page.has('关注公众号')).toBe(false)
  })
})

describe('the account’s code', () => {
  const openLine = async () => {
    const phone = await openMine()
    await tellOfCard(phone, 'error', 5)
    return phone
  }

  it('can be pressed and held', async () => {
    const phone = await openLine()
    expect(line(phone).find({ className: 'follow__code' }).attributes.showMenuByLongpress).toBe(true)
  })

  it('is kept in the album, and no file of it stays', async () => {
    const phone = await openLine()
    await phone.tap(SAVE)
    expect(phone.files.album).toEqual([Buffer.from(CODE.split(',')[1] ?? '', 'base64')])
    expect(phone.files.paths).toEqual([])
    expect(line(phone).lines).toContain('已保存，可用微信扫一扫识别。')
  })

  it.each([
    ['the reader refuses', 'denied'],
    ['the album is not declared', 'undeclared'],
    ['the phone has no room', 'full'],
  ] as const)('is not kept where %s, and the next way is said', async (_, album) => {
    const phone = await openLine()
    phone.files.album = album
    await phone.tap(SAVE)
    expect(phone.files.paths).toEqual([])
    expect(line(phone).find({ role: 'status' }).text).toBe('没有保存。可长按二维码，或搜索名称。')
    phone.files.album = []
    await phone.tap(SAVE)
    expect(phone.files.album).toHaveLength(1)
  })

  it('has a name beside it that is copied, or selected', async () => {
    const phone = await openLine()
    await phone.tap({ role: 'button', label: '复制 立方观评' })
    expect(phone.state.clipboard).toBe('立方观评')
    expect(line(phone).find('立方观评').attributes.userSelect).toBe(true)
  })

  it('is not missed where there is only a name', async () => {
    await saveFirm(room.cloud, { account: { name: '立方观评', originalId: null, code: null }, contact: null })
    const phone = await openLine()
    expect(line(phone).lines).toEqual(['立方观评', '复制'])
  })
})

describe('what is known of the firm', () => {
  it('is asked for once a session, and not before an issue’s end is near', async () => {
    const phone = await openMiniProgram({
      cloud: room.cloud,
      path: 'pages/issue/index',
      query: { id: '301' },
    })
    expect(asked(phone)).toBe(0)
    await phone.reachBottom()
    expect(asked(phone)).toBe(1)
    await phone.openTab('pages/mine/index')
    expect(phone.page.has('关注公众号')).toBe(true)
    expect(asked(phone)).toBe(1)
  })

  it('is asked for again where nobody answered', async () => {
    const phone = await openEnd()
    const offline = await openEnd({ storage: phone.storage, network: 'cut' })
    offline.network.state = 'on'
    await saveFirm(room.cloud, { account: { name: '新的名称', originalId: null, code: null }, contact: null })
    await offline.openTab('pages/mine/index')
    expect(asked(offline)).toBe(2)
    expect(line(offline).lines[0]).toBe('新的名称')
  })

  it('is shown as it is now, at the next start', async () => {
    const { storage } = await openMine()
    await saveFirm(room.cloud, { account: { name: '新的名称', originalId: null, code: null }, contact: null })
    const phone = await openMine({ storage })
    expect(line(phone).lines[0]).toBe('新的名称')
  })

  it('is neither asked for nor shown in the timeline’s single page', async () => {
    const { storage } = await openEnd()
    const phone = await openEnd({ storage, scene: SINGLE_PAGE })
    expect(asked(phone)).toBe(0)
    expect(phone.page.has({ className: 'follow' })).toBe(false)
    expect(phone.state.forbidden).toEqual([])
  })
})
