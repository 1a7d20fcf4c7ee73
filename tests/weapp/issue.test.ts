import { anIssueOf, anItem } from '../support/an-issue'
import { type IssuesCloud, startIssuesCloud } from '../support/issues-cloud'
import { type MiniProgram, openMiniProgram } from './support/mini-program'
import { anIssueOfTwo, FIRST, SECOND } from './support/two-items'

describe('an issue', () => {
  let room: IssuesCloud

  beforeAll(async () => {
    room = await startIssuesCloud()
    await room.publish(anIssueOfTwo('301'))
  })

  afterAll(() => room.close())

  const openIssue = (id = '301') =>
    openMiniProgram({ cloud: room.cloud, path: 'pages/issue/index', query: { id } })
  const titlesOf = (phone: MiniProgram) => phone.page.all({ className: 'title' }).map((title) => title.text)

  it('opens from the list, with its masthead, contents, sections and items', async () => {
    const phone = await openMiniProgram({ cloud: room.cloud })
    await phone.tap({ className: 'lead' })
    expect(phone.page.title).toBe('第 101 期')
    expect(phone.page.lines).toEqual(
      expect.arrayContaining([
        '数据周报',
        '2021 年 6 月',
        '目录',
        '国内要闻',
        '甲事正文。',
        '乙事正文。',
        '以上内容仅供参考。',
      ]),
    )
  })

  it('shows an item in Chinese, in English, in both and in Chinese again', async () => {
    const phone = await openIssue()
    const first = () => phone.page.find(FIRST).lines
    const chinese = first()
    expect(chinese).toEqual(expect.arrayContaining(['甲事标题', '甲事正文。']))
    await phone.tap(phone.page.find(FIRST).find('EN'))
    expect(first()).toEqual(expect.arrayContaining(['First title', 'First body.']))
    expect(first()).not.toContain('甲事标题')
    await phone.tap(phone.page.find(FIRST).find('双语'))
    expect(first()).toEqual(expect.arrayContaining(['甲事标题', '甲事正文。', 'First title', 'First body.']))
    await phone.tap(phone.page.find(FIRST).find('中'))
    expect(first()).toEqual(chinese)
  })

  it('leaves the other items as they are when one changes', async () => {
    const phone = await openIssue()
    const others = () => [phone.page.find(SECOND).lines, phone.page.find({ className: 'contents' }).lines]
    const before = others()
    await phone.tap(phone.page.find(FIRST).find('EN'))
    expect(others()).toEqual(before)
  })

  it('changes every item with the default, except those that have their own choice', async () => {
    const phone = await openIssue()
    await phone.tap(phone.page.find(FIRST).find('中'))
    await phone.tap(phone.page.find({ className: 'top-bar' }).find('EN'))
    expect(titlesOf(phone)).toEqual(['甲事标题', 'Second title'])
    await phone.tap(phone.page.find({ className: 'top-bar' }).find('Both'))
    expect(titlesOf(phone)).toEqual(['甲事标题', '乙事标题', 'Second title'])
    await phone.tap(phone.page.find({ className: 'top-bar' }).find('中'))
    expect(titlesOf(phone)).toEqual(['甲事标题', '乙事标题'])
  })

  it('holds on to the title being read when the default changes', async () => {
    await room.publish({ ...anIssueOf(10), id: '303', number: 303, series: anIssueOfTwo('303').series })
    const phone = await openIssue('303')
    await phone.tap(phone.page.find({ className: 'contents' }).all({ role: 'link' })[4] ?? 'absent')
    const before = phone.page.topOf('#item-1-5')
    await phone.tap(phone.page.find({ className: 'top-bar' }).find('双语'))
    expect(phone.page.find({ id: 'item-1-4' }).lines.length).toBeGreaterThan(6)
    expect(phone.page.topOf('#item-1-5')).toBe(before)
    expect(phone.page.scrollTop).toBeGreaterThan(2000)
    // No longer after the change than an eye takes for one picture.
    expect(phone.page.scrolledAt - (phone.page.setDatas.at(-1)?.at ?? 0)).toBeLessThan(32)
  })

  it('says which half is missing, and shows the other', async () => {
    const item = anItem({
      title: { zh: '丙事标题', en: null },
      body: { zh: [[{ text: '丙事正文。' }]], en: null },
    })
    const sections = [{ title: { zh: '国内要闻', en: 'Domestic News' }, items: [item] }]
    await room.publish(anIssueOfTwo('302', { sections }))
    const phone = await openIssue('302')
    expect(phone.page.has({ text: /Not available in English/u })).toBe(false)
    await phone.tap(phone.page.find(FIRST).find('EN'))
    expect(phone.page.find(FIRST).lines).toEqual(
      expect.arrayContaining(['丙事标题', '丙事正文。', '此条暂无英文\u00a0· Not available in English']),
    )
  })

  it('has bodies that can be selected and copied, emphasis included', async () => {
    const body = [[{ text: '总局发布' }, { text: '通知', emphasis: true as const }, { text: '。' }]]
    const sections = [
      { title: { zh: '要闻', en: 'News' }, items: [anItem({ body: { zh: body, en: body } })] },
    ]
    await room.publish(anIssueOfTwo('304', { sections }))
    const paragraph = (await openIssue('304')).page.find(FIRST).find('总局发布通知。')
    expect([paragraph.tag, paragraph.attributes.userSelect]).toEqual(['text', true])
    expect(paragraph.find('通知').tag).toBe('text')
  })

  it.each(['999', '../secret', ''])('leads home where there is no issue “%s”', async (id) => {
    const phone = await openIssue(id)
    expect(phone.page.has('没有找到这一期')).toBe(true)
    await phone.tap('返回周报')
    expect(phone.stack).toEqual(['pages/index/index'])
    expect(phone.page.has({ className: 'lead' })).toBe(true)
  })
})
