import { type CodesCloud, startCodesCloud } from './support/codes-cloud'
import { type MiniProgram, openMiniProgram } from './support/mini-program'
import { anIssueOfTwo, FIRST, SECOND } from './support/two-items'

let room: CodesCloud

beforeAll(async () => {
  room = await startCodesCloud()
  await room.publish(anIssueOfTwo('301'))
}, 60_000)

afterAll(() => room.close())

/** By which way a reading was counted to have begun. */
const channelsOf = (phone: MiniProgram) =>
  phone.network.calls
    .map(({ data }) => data as { endpoint: string; input: { channel?: string } })
    .filter(({ endpoint }) => endpoint === 'read')
    .map(({ input }) => input.channel)

describe('who comes by', () => {
  it.each([
    ['a scanned QR code', 1011, 'code'],
    ['a QR code that was pressed long', 1012, 'code'],
    ['a QR code out of the album', 1013, 'code'],
    ['a scanned mini-program code', 1047, 'code'],
    ['a mini-program code that was pressed long', 1048, 'code'],
    ['a mini-program code out of the album', 1049, 'code'],
  ])('%s (%i) lands on the issue', async (_, scene, channel) => {
    const token = await room.aCode({ kind: 'issue', issueId: '301' })
    const phone = await openMiniProgram({
      cloud: room.cloud,
      path: 'pages/issue/index',
      query: { scene: token },
      scene,
    })
    expect(phone.page.has(FIRST)).toBe(true)
    expect(channelsOf(phone)).toEqual([channel])
  })

  it.each([
    ['a card in a chat', 1007, 'share'],
    ['a card in a group', 1008, 'share'],
    ['a card with a ticket', 1044, 'share'],
    ['an alert', 1014, 'alert'],
    ['an alert on another phone', 1107, 'alert'],
    ['the timeline’s single page', 1154, 'timeline'],
    ['the way from the single page into the mini-program', 1155, 'timeline'],
    ['an address of no known kind', 1065, 'direct'],
  ])('%s (%i) lands on the issue', async (_, scene, channel) => {
    const phone = await openMiniProgram({
      cloud: room.cloud,
      path: 'pages/issue/index',
      query: { id: '301' },
      scene,
    })
    expect(phone.page.has(FIRST)).toBe(true)
    expect(channelsOf(phone)).toEqual([channel])
  })

  it('the list of mini-programs (1001) lands on the list', async () => {
    const phone = await openMiniProgram({ cloud: room.cloud, scene: 1001 })
    expect(phone.stack).toEqual(['pages/index/index'])
    expect(phone.page.has({ className: 'lead' })).toBe(true)
  })
})

describe('a card of a single item', () => {
  const open = (query: Record<string, string>) =>
    openMiniProgram({
      cloud: room.cloud,
      path: 'pages/issue/index',
      query: { id: '301', ...query },
      scene: 1044,
    })

  beforeAll(async () => {
    const long = '一'.repeat(900)
    const { sections } = anIssueOfTwo('301')
    const [section] = sections
    if (!section) throw new Error('There is no section.')
    const items = section.items.map((item) => ({
      ...item,
      body: { zh: [[{ text: long }]], en: [[{ text: long }]] },
    }))
    await room.publish(anIssueOfTwo('301', { sections: [{ ...section, items }] }))
  })

  it('opens at that item, in that language, and the others in the reader’s own', async () => {
    const phone = await open({ item: 'item-1-2', lang: 'en' })
    expect(phone.page.topOf('#item-1-2')).toBe(phone.page.topOf('.top-bar') + barHeight(phone))
    expect(phone.page.find(SECOND).lines).toContain('Second title')
    expect(phone.page.find(FIRST).lines).toContain('甲事标题')
  })

  it('leaves the item to its reader after that', async () => {
    const phone = await open({ item: 'item-1-2', lang: 'en' })
    await phone.tap(phone.page.find(SECOND).find('中'))
    expect(phone.page.find(SECOND).lines).toContain('乙事标题')
    await phone.tap(phone.page.find({ className: 'top-bar' }).find('EN'))
    await phone.tap(phone.page.find({ className: 'top-bar' }).find('中'))
    expect(phone.page.find(SECOND).lines).toContain('乙事标题')
  })

  it.each([
    { item: 'item-9-9', lang: 'en' },
    { item: '.half', lang: 'en' },
    { item: 'item-1-1,#x', lang: 'fr' },
    { item: '', lang: '' },
  ])('opens at the top where there is no such item: %j', async (query) => {
    const phone = await open(query)
    expect(phone.page.scrollTop).toBe(0)
    expect(phone.page.find(FIRST).lines).toContain('甲事标题')
  })
})

function barHeight(phone: MiniProgram): number {
  return phone.page.find({ className: 'top-bar' }).text.length
}
