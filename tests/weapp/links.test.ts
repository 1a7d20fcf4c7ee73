import { anItem } from '../support/an-issue'
import { type IssuesCloud, startIssuesCloud } from '../support/issues-cloud'
import { type MiniProgram, openMiniProgram } from './support/mini-program'
import { anIssueOfTwo, FIRST, SECOND } from './support/two-items'
import type { PhoneSettings } from './support/wx'

const ARTICLE = 'https://mp.weixin.qq.com/s/abc'
const SOURCE = 'http://www.npc.gov.cn/a?b=c'

describe('a link to a source', () => {
  let room: IssuesCloud

  beforeAll(async () => {
    room = await startIssuesCloud()
    const items = [
      anItem({ source: { zh: SOURCE, en: null } }),
      anItem({ source: { zh: ARTICLE, en: ARTICLE } }),
    ]
    await room.publish(anIssueOfTwo('301', { sections: [{ title: { zh: '要闻', en: 'News' }, items }] }))
  })

  afterAll(() => room.close())

  const openIssue = (settings: Partial<PhoneSettings> = {}) =>
    openMiniProgram({ cloud: room.cloud, path: 'pages/issue/index', query: { id: '301' }, settings })
  const lineOf = (phone: MiniProgram, line: string) =>
    phone.page.all({ text: line, className: 'contact__line' })

  it('is copied, and WeChat alone says so', async () => {
    const phone = await openIssue()
    await phone.tap(phone.page.find(FIRST).find('复制原文链接'))
    expect(phone.state.clipboard).toBe(SOURCE)
    expect(phone.state.toasts).toEqual([])
    expect(phone.page.has(SOURCE)).toBe(false)
  })

  it('is shown to be selected where the clipboard is refused', async () => {
    const phone = await openIssue({ clipboard: 'refuses' })
    await phone.tap(phone.page.find(FIRST).find('复制原文链接'))
    expect(phone.state.clipboard).toBeNull()
    const address = phone.page.find(FIRST).find(SOURCE)
    expect(address.tag).toBe('text')
    expect(address.attributes.userSelect).toBe(true)
  })

  it('opens an article of an official account in WeChat', async () => {
    const phone = await openIssue()
    await phone.tap(phone.page.find(SECOND).find('查看原文'))
    expect(phone.state.openedArticles).toEqual([ARTICLE])
    expect(phone.state.clipboard).toBeNull()
  })

  it('copies the article’s address where WeChat is too old to open it', async () => {
    const phone = await openIssue({ opensArticles: false })
    await phone.tap(phone.page.find(SECOND).find('复制原文链接'))
    expect(phone.state.clipboard).toBe(ARTICLE)
  })

  it('leads to the firm by telephone and mail', async () => {
    const phone = await openIssue()
    await phone.tap({ role: 'button', label: '拨打 +8610 60000000' })
    expect(phone.state.dialled).toEqual(['+861060000000'])
    await phone.tap({ role: 'button', label: '复制 info@example.com' })
    expect(phone.state.clipboard).toBe('info@example.com')
    expect(lineOf(phone, '邮箱info@example.com复制')).toHaveLength(1)
  })
})
