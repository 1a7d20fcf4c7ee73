import { wechat } from '../../config/wechat'
import { someAlertSettings } from '../support/alert-settings'
import { type CodesCloud, startCodesCloud } from './support/codes-cloud'
import { type Opening, openMiniProgram } from './support/mini-program'
import { SINGLE_PAGE } from './support/single-page'
import { anIssueOfTwo, FIRST } from './support/two-items'

let room: CodesCloud

beforeAll(async () => {
  room = await startCodesCloud({ wechat })
  await room.publish(anIssueOfTwo('301'))
  await room.desk.saveAlertSettings(someAlertSettings())
}, 60_000)

afterAll(() => room.close())

const open = (query: Record<string, string>, opening: Partial<Opening> = {}) =>
  openMiniProgram({
    cloud: room.cloud,
    path: 'pages/issue/index',
    query,
    scene: SINGLE_PAGE,
    ...opening,
  })

describe('the timeline’s single page', () => {
  it('shows the issue, switches its language, and calls nothing that is forbidden there', async () => {
    const phone = await open({ id: '301', t: encodeURIComponent('数据周报') })
    expect(phone.page.find(FIRST).lines).toContain('甲事标题')
    await phone.tap(phone.page.find(FIRST).find('EN'))
    expect(phone.page.find(FIRST).lines).toContain('First title')
    await phone.tap(phone.page.find({ className: 'top-bar' }).find('双语'))
    expect(phone.state.forbidden).toEqual([])
    expect(phone.network.calls.map(({ name }) => name)).toEqual(['issues', 'issues'])
  })

  it('has a name in WeChat’s bar, which no page can name there', async () => {
    expect((await open({ id: '301' })).page.title).toBe('立方观评')
  })

  it('offers no alerts, and has no button that would do what is forbidden', async () => {
    const phone = await open({ id: '301' })
    expect(phone.page.has({ className: 'alert-strip' })).toBe(false)
    expect([...phone.page.root.walk()].filter(({ tag }) => tag === 'button')).toEqual([])
    for (const node of phone.page.all({ role: 'button' })) await phone.tap(node)
    for (const node of phone.page.all({ role: 'link' })) await phone.tap(node)
    expect(phone.state.forbidden).toEqual([])
  })

  it('shows the address of a source, which cannot be opened or copied there', async () => {
    const phone = await open({ id: '301' })
    const [source] = phone.page.all('查看原文')
    if (!source) throw new Error('The item has no source.')
    await phone.tap(source)
    expect(phone.page.find({ className: 'item__address' }).text).toMatch(/^https?:/u)
  })

  it('shows the title and the way in where the cloud refuses who is not signed in', async () => {
    const title = '数据周报 第 101 期 & <b>"</b>'
    const phone = await open({ id: '301', t: encodeURIComponent(title) }, { network: 'refusing' })
    expect(phone.page.find({ className: 'notice' }).lines).toEqual([title, '点击下方“前往小程序”阅读全文。'])
    expect(phone.state.forbidden).toEqual([])
  })

  it('names no button as only a Chinese WeChat does to who reads English', async () => {
    const phone = await open({ id: '301' }, { network: 'refusing', settings: { language: 'en' } })
    expect(phone.page.find({ className: 'notice__hint' }).text).toBe(
      'Tap the button below to read all of it.',
    )
  })

  it.each([
    ['100%', '100%'],
    [encodeURIComponent('👨‍👩‍👧'.repeat(100)), '👨‍👩‍👧'.repeat(60)],
    ['', '立方律师事务所'],
  ])('takes any title: %#', async (t, shown) => {
    const phone = await open({ id: '301', t }, { network: 'refusing' })
    expect(phone.page.find({ className: 'notice__title' }).text).toBe(shown)
  })

  describe.each([
    ['by a code that leads to it', { kind: 'issue', issueId: '301' }],
    ['by a code that leads home', { kind: 'home' }],
    ['by a code that was withdrawn', null],
  ] as const)('of a page that was handed on before its issue was there, %s', (_, target) => {
    it('leads nowhere itself, and shows the issue or the way in', async () => {
      const token = await room.aCode({ kind: 'issue', issueId: '301' })
      const slow = await openMiniProgram({
        cloud: room.cloud,
        path: 'pages/issue/index',
        query: { scene: token },
        network: 'held',
      })
      const { query } = slow.page.shareOnTimeline()
      await room.point(token, target)
      const phone = await open(Object.fromEntries(new URLSearchParams(query)))
      expect(phone.state.forbidden).toEqual([])
      if (target?.kind === 'issue') expect(phone.page.has(FIRST)).toBe(true)
      else
        expect(phone.page.find({ className: 'notice' }).lines).toEqual([
          '立方律师事务所',
          '点击下方“前往小程序”阅读全文。',
        ])
    })
  })

  it('says nothing of where a code leads now that led to the issue before', async () => {
    const token = await room.aCode({ kind: 'issue', issueId: '301' })
    const { storage } = await open({ scene: token })
    await room.point(token, { kind: 'home' })
    const phone = await open({ scene: token }, { storage })
    expect(phone.page.has(FIRST)).toBe(true)
    expect(phone.page.has('这个码现已指向别的内容。')).toBe(false)
  })

  it('leads nowhere either by what is no code', async () => {
    const phone = await open({ scene: 'nothing' })
    expect(phone.state.forbidden).toEqual([])
    expect(phone.page.has({ className: 'notice' })).toBe(true)
  })

  it('has no way on from an issue that is not there', async () => {
    const phone = await open({ id: '999' })
    expect(phone.page.has('没有找到这一期')).toBe(true)
    expect(phone.page.has('返回周报')).toBe(false)
    expect(phone.state.forbidden).toEqual([])
  })
})
