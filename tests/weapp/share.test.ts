import { isWithin, overlap } from '../src/drawing/recorded-context'
import { anItem } from '../support/an-issue'
import { type IssuesCloud, startIssuesCloud } from '../support/issues-cloud'
import { type MiniProgram, openMiniProgram } from './support/mini-program'
import type { ShareCard } from './support/page-under-test'
import { readPicture } from './support/phone-canvas'
import { anIssueOfTwo, FIRST, SECOND } from './support/two-items'
import type { PhoneSettings } from './support/wx'

let room: IssuesCloud

beforeAll(async () => {
  room = await startIssuesCloud()
  await room.publish(anIssueOfTwo('301'))
})

afterAll(() => room.close())

const openIssue = (id: string, settings: Partial<PhoneSettings> = {}) =>
  openMiniProgram({ cloud: room.cloud, path: 'pages/issue/index', query: { id }, settings })

const topSwitch = (phone: MiniProgram) => phone.page.find({ className: 'top-bar' })
const shareOf = (phone: MiniProgram, item: { id: string }) =>
  phone.page.shareBy(phone.page.find(item).find({ className: 'share' }))

/** Opens the page that a card leads to, as whoever taps it does. */
function openCard({ path = '' }: ShareCard): Promise<MiniProgram> {
  const [page = '', query = ''] = path.slice(1).split('?')
  return openMiniProgram({
    cloud: room.cloud,
    path: page,
    query: Object.fromEntries(new URLSearchParams(query)),
  })
}

/** What stands on the picture of a card. */
function pictureOf(phone: MiniProgram, card: ShareCard | null): string {
  const { imageUrl = '' } = card ?? {}
  return readPicture(phone.files.read(imageUrl)).text
}

describe('the card of a shared issue', () => {
  it('names the issue in the reader’s language and leads to it', async () => {
    const phone = await openIssue('301')
    expect(phone.page.share()).toMatchObject({
      title: '数据周报 第 101 期',
      path: '/pages/issue/index?id=301',
    })
    await phone.tap(topSwitch(phone).find('EN'))
    expect(phone.page.share()?.title).toBe('Weekly Data Review No. 101')
  })

  it('has a picture of its own, in that language', async () => {
    const phone = await openIssue('301')
    expect(pictureOf(phone, phone.page.share())).toBe(
      '立方观评\n数据周报\n甲事标题\n第 101 期\u00a0· 2021 年 6 月',
    )
    await phone.tap(topSwitch(phone).find('EN'))
    expect(pictureOf(phone, phone.page.share())).toContain('First title')
  })

  it.each([
    ['303', '数据'.repeat(1000)],
    ['304', 'x'.repeat(2000)],
    ['305', '👨‍👩‍👧‍👦'.repeat(200)],
    ['306', '法'],
  ])('holds its texts on that picture, none upon another (%s)', async (id, text) => {
    const title = { zh: text, en: text }
    const sections = [{ title, items: [anItem({ title })] }]
    await room.publish(anIssueOfTwo(id, { publication: title, series: { title, number: 9 }, sections }))
    const phone = await openIssue(id)
    const { imageUrl = '' } = phone.page.share() ?? {}
    const boxes = readPicture(phone.files.read(imageUrl)).lines.map(({ box }) => box)
    const card = { x: 24, y: 0, width: 272, height: 256 }
    for (const [index, box] of boxes.entries()) {
      expect(isWithin(box, card)).toBe(true)
      for (const other of boxes.slice(index + 1)) expect(overlap(box, other)).toBe(false)
    }
  })

  it.each([
    ['the phone cannot draw one', 'never', true],
    ['what it draws cannot be had', 'unseen', true],
    ['there is no room for one', 'works', false],
  ] as const)('is the same without a picture where %s', async (_, drawsOffscreen, hasRoom) => {
    const phone = await openIssue('301', { drawsOffscreen })
    phone.files.hasRoom = hasRoom
    expect(phone.page.share()).toEqual({ title: '数据周报 第 101 期', path: '/pages/issue/index?id=301' })
  })

  it('opens the issue for whoever taps it', async () => {
    const card = (await openIssue('301')).page.share() ?? {}
    expect((await openCard(card)).page.has(FIRST)).toBe(true)
  })

  it('leads to the issue before its text is there', async () => {
    const phone = await openMiniProgram({
      cloud: room.cloud,
      path: 'pages/issue/index',
      query: { id: '301' },
      network: 'held',
    })
    expect(phone.page.share()).toEqual({ title: '周报', path: '/pages/issue/index?id=301' })
  })

  it('leads to the list where there is no issue', async () => {
    const phone = await openIssue('999')
    expect(phone.page.share()?.path).toBe('/pages/index/index')
  })
})

describe('the card of a single item', () => {
  it('has the item’s title, and leads to the item in the language that it is read in', async () => {
    const phone = await openIssue('301')
    expect(shareOf(phone, SECOND)).toMatchObject({
      title: '乙事标题',
      path: '/pages/issue/index?id=301&item=item-1-2&lang=zh',
    })
    await phone.tap(phone.page.find(SECOND).find('EN'))
    const card = shareOf(phone, SECOND)
    expect(card).toMatchObject({
      title: 'Second title',
      path: '/pages/issue/index?id=301&item=item-1-2&lang=en',
    })
    expect(pictureOf(phone, card)).toContain('Second title')
  })

  it('has the reader’s own language where the item is read in both', async () => {
    const phone = await openIssue('301')
    await phone.tap(phone.page.find(FIRST).find('双语'))
    expect(shareOf(phone, FIRST)).toMatchObject({ title: '甲事标题' })
  })

  it('opens the item in that language, and all others in the receiver’s own', async () => {
    const phone = await openIssue('301')
    await phone.tap(phone.page.find(SECOND).find('EN'))
    const receiver = await openCard(shareOf(phone, SECOND))
    expect(receiver.page.find(SECOND).text).toContain('Second body.')
    expect(receiver.page.find(FIRST).text).toContain('甲事正文。')
  })
})

describe('the timeline', () => {
  it('is given the issue’s title in the reader’s language, also for where the issue cannot be asked for', async () => {
    const phone = await openIssue('301')
    const { title, query } = phone.page.shareOnTimeline()
    expect(title).toBe('数据周报 第 101 期')
    expect(Object.fromEntries(new URLSearchParams(query))).toEqual({ id: '301', t: title })
    await phone.tap(topSwitch(phone).find('EN'))
    expect(phone.page.shareOnTimeline().title).toBe('Weekly Data Review No. 101')
  })

  it('is given no more than 60 characters of a long title, none of them cut', async () => {
    const long = '👨‍👩‍👧‍👦'.repeat(80)
    await room.publish(anIssueOfTwo('302', { series: { title: { zh: long, en: long }, number: 102 } }))
    const { query } = (await openIssue('302')).page.shareOnTimeline()
    expect(new URLSearchParams(query).get('t')).toBe('👨‍👩‍👧‍👦'.repeat(60))
  })

  it('shares nothing itself, neither an item nor a poster', async () => {
    const phone = await openMiniProgram({
      cloud: room.cloud,
      path: 'pages/issue/index',
      query: { id: '301' },
      scene: 1154,
    })
    expect(phone.page.has(FIRST)).toBe(true)
    expect(phone.page.has({ className: 'share' })).toBe(false)
    expect(phone.page.has('生成海报')).toBe(false)
  })
})
