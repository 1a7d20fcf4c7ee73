import { type IssuesCloud, startIssuesCloud } from '../support/issues-cloud'
import { type MiniProgram, openMiniProgram } from './support/mini-program'
import { anIssueOfTwo } from './support/two-items'

const MINE = 'pages/mine/index'

describe('what a reader sets', () => {
  let room: IssuesCloud

  beforeAll(async () => {
    room = await startIssuesCloud()
    await room.publish(anIssueOfTwo('301'))
  })

  afterAll(() => room.close())

  const sizeOf = (phone: MiniProgram) =>
    phone.page.find({ className: 'frame' }).classNames.find((name) => name.startsWith('text-'))
  const headlines = (phone: MiniProgram) => phone.page.find({ className: 'lead' }).lines

  it('holds on every page, and after a restart', async () => {
    const phone = await openMiniProgram({ cloud: room.cloud })
    await phone.openTab(MINE)
    await phone.tap('双语')
    await phone.openTab('pages/index/index')
    expect(headlines(phone)).toEqual(expect.arrayContaining(['甲事标题', 'First title']))
    const later = await openMiniProgram({ cloud: room.cloud, storage: phone.storage })
    expect(headlines(later)).toEqual(expect.arrayContaining(['甲事标题', 'First title']))
  })

  it('turns the interface to the language of reading', async () => {
    const phone = await openMiniProgram({ cloud: room.cloud, path: MINE })
    await phone.tap('EN')
    expect(phone.page.has('Text size')).toBe(true)
    expect(phone.page.title).toBe('Mine')
    expect(phone.state.tabNames).toEqual(['Issues', 'Mine'])
  })

  it.each([
    [14, 'text-0'],
    [17, 'text-1'],
    [20, 'text-2'],
    [24, 'text-3'],
  ])('starts from WeChat’s own font setting of %d px', async (fontSizeSetting, step) => {
    const phone = await openMiniProgram({ cloud: room.cloud, settings: { fontSizeSetting } })
    expect(sizeOf(phone)).toBe(step)
  })

  it('is a text size in four steps that every page follows', async () => {
    const phone = await openMiniProgram({ cloud: room.cloud, path: MINE })
    const steps = ['小', '标准', '大', '特大']
    for (const [index, step] of steps.entries()) {
      await phone.tap({ role: 'radio', label: step })
      expect(sizeOf(phone)).toBe(`text-${index}`)
    }
    await phone.openTab('pages/index/index')
    expect(sizeOf(phone)).toBe('text-3')
  })
})
