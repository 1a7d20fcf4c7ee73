import { type IssuesCloud, startIssuesCloud } from '../support/issues-cloud'
import { openMiniProgram } from './support/mini-program'
import { anIssueOfTwo, FIRST } from './support/two-items'

describe('the card of a shared issue', () => {
  let room: IssuesCloud

  beforeAll(async () => {
    room = await startIssuesCloud()
    await room.publish(anIssueOfTwo('301'))
  })

  afterAll(() => room.close())

  const openIssue = (id: string) =>
    openMiniProgram({ cloud: room.cloud, path: 'pages/issue/index', query: { id } })

  it('names the issue in the reader’s language and leads to it', async () => {
    const phone = await openIssue('301')
    expect(phone.page.share()).toEqual({ title: '数据周报 第 101 期', path: '/pages/issue/index?id=301' })
    await phone.tap(phone.page.find({ className: 'top-bar' }).find('EN'))
    expect(phone.page.share()?.title).toBe('Weekly Data Review No. 101')
  })

  it('opens the issue for whoever taps it', async () => {
    const { path = '' } = (await openIssue('301')).page.share() ?? {}
    const [page = '', id = ''] = path.slice(1).split('?id=')
    const phone = await openMiniProgram({ cloud: room.cloud, path: page, query: { id } })
    expect(phone.page.has(FIRST)).toBe(true)
  })

  it('leads to the list where there is no issue', async () => {
    const phone = await openIssue('999')
    expect(phone.page.share()?.path).toBe('/pages/index/index')
  })
})
