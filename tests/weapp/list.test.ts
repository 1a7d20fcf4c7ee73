import { type IssuesCloud, startIssuesCloud } from '../support/issues-cloud'
import { openMiniProgram } from './support/mini-program'
import { anIssueOfTwo } from './support/two-items'

describe('the list of issues', () => {
  let room: IssuesCloud

  beforeAll(async () => {
    room = await startIssuesCloud()
  })

  afterAll(() => room.close())

  it('says that nothing has been published yet', async () => {
    const phone = await openMiniProgram({ cloud: room.cloud })
    expect(phone.page.has('还没有发布任何一期')).toBe(true)
  })

  it('shows the newest issue first, and the older ones by their months', async () => {
    await room.publish(
      anIssueOfTwo('301', { month: '2021-06' }),
      anIssueOfTwo('299', { month: '2021-04' }),
      anIssueOfTwo('300', { month: '2021-05' }),
    )
    const phone = await openMiniProgram({ cloud: room.cloud })
    expect(phone.page.find({ className: 'lead' }).lines).toContain('甲事标题')
    expect(phone.page.all({ className: 'month__name' }).map((month) => month.text)).toEqual([
      '2021 年 5 月',
      '2021 年 4 月',
    ])
    expect(phone.page.all({ className: 'row__number' }).map((number) => number.text)).toEqual(['100', '99'])
  })

  it('is in English where WeChat is', async () => {
    const phone = await openMiniProgram({ cloud: room.cloud, settings: { language: 'en' } })
    expect(phone.page.find({ className: 'lead' }).lines).toContain('First title')
    expect(phone.page.title).toBe('Issues')
    expect(phone.state.tabNames).toEqual(['Issues', 'Mine'])
  })

  it('can be shared, by the publication’s name', async () => {
    const phone = await openMiniProgram({ cloud: room.cloud })
    expect(phone.page.share()).toEqual({ title: '立方观评', path: '/pages/index/index' })
  })

  it('marks as unread what has not been opened', async () => {
    const phone = await openMiniProgram({ cloud: room.cloud })
    expect(phone.page.all('未读')).toHaveLength(3)
    await phone.tap({ className: 'lead' })
    expect(phone.stack).toEqual(['pages/index/index', 'pages/issue/index'])
    await phone.back()
    expect(phone.page.all('未读')).toHaveLength(2)
  })

  it('shows what is new when it is pulled down', async () => {
    const phone = await openMiniProgram({ cloud: room.cloud })
    await room.publish(anIssueOfTwo('302', { month: '2021-07' }))
    expect(phone.page.has('总第 302 期')).toBe(false)
    await phone.pullDown()
    expect(phone.page.has('总第 302 期')).toBe(true)
    expect(phone.state.refreshing).toBe(false)
  })

  it('goes on where its first page ends', async () => {
    await room.publish(
      ...Array.from({ length: 20 }, (_, n) => anIssueOfTwo(String(210 + n), { month: '2020-12' })),
    )
    const phone = await openMiniProgram({ cloud: room.cloud })
    expect(phone.page.all({ className: 'row' })).toHaveLength(19)
    await phone.reachBottom()
    expect(phone.page.all({ className: 'row' })).toHaveLength(23)
  })
})
