import { type IssuesCloud, startIssuesCloud } from '../support/issues-cloud'
import { openMiniProgram } from './support/mini-program'

describe("the editors' desk", () => {
  let room: IssuesCloud

  beforeAll(async () => {
    room = await startIssuesCloud()
  })

  afterAll(() => room.close())

  it.each([
    ['desk', '编辑台'],
    ['draft', '草稿'],
    ['item', '条目'],
    ['check', '对照检查'],
    ['publish', '发布'],
    ['watch', '派发与阅读'],
    ['codes', '小程序码'],
    ['settings', '设置'],
  ])('opens its page %s, which says its name', async (page, title) => {
    const phone = await openMiniProgram({ cloud: room.cloud, path: `editor/${page}/index` })
    expect(phone.page.title).toBe(title)
  })

  it('is reached by a last quiet line of the reader’s own page', async () => {
    const phone = await openMiniProgram({ cloud: room.cloud, path: 'pages/mine/index' })
    await phone.tap('编辑台')
    expect(phone.stack).toEqual(['pages/mine/index', 'editor/desk/index'])
  })

  it('speaks the interface’s language', async () => {
    const phone = await openMiniProgram({
      cloud: room.cloud,
      path: 'editor/desk/index',
      settings: { language: 'en' },
    })
    expect(phone.page.title).toBe('Editors’ desk')
  })
})
