import { newToken } from '#core/codes/new-token'
import type { Target } from '#shared/codes/target'
import { type CodesCloud, startCodesCloud } from './support/codes-cloud'
import { type MiniProgram, type Opening, openMiniProgram } from './support/mini-program'
import { anIssueOfTwo, FIRST } from './support/two-items'

/** A mini-program's code, scanned. */
const SCANNED = 1047

const LIST = ['pages/index/index']
const ISSUE = ['pages/issue/index']
const SERIES = ['pages/series/index']

const home: Target = { kind: 'home' }
const series: Target = { kind: 'series', seriesId: 'weekly-data-review' }
const issue = (issueId: string): Target => ({ kind: 'issue', issueId })

let room: CodesCloud

beforeAll(async () => {
  room = await startCodesCloud()
  await room.publish(
    anIssueOfTwo('301'),
    anIssueOfTwo('302', { disclaimer: { zh: '这是另一期。', en: 'This is another.' } }),
    anIssueOfTwo('303', { series: { title: { zh: '月报', en: 'Monthly' }, number: 1 } }),
  )
}, 60_000)

afterAll(() => room.close())

const scan = (path: string, scene: string, opening: Partial<Opening> = {}) =>
  openMiniProgram({
    cloud: room.cloud,
    path: `pages/${path}/index`,
    query: { scene },
    scene: SCANNED,
    ...opening,
  })

/** The endpoints that were asked, apart from where the reader stands with alerts. */
const asked = (phone: MiniProgram) =>
  phone.network.calls
    .filter(({ name }) => name === 'issues')
    .map(({ data }) => (data as { endpoint: string }).endpoint)

const isLost = (phone: MiniProgram) => phone.page.has('这个码无效或已停用。')
const another = '这是另一期。'

describe('the code of an issue', () => {
  it('shows its text after one call, and counts this phone and its way in once', async () => {
    const token = await room.aCode(issue('301'))
    const held = await scan('issue', token, { network: 'held' })
    expect(held.network.calls).toEqual([
      { name: 'issues', data: { endpoint: 'get', input: { token, isFirst: true } } },
    ])
    await held.releaseAnswers()
    const shown = held.page.setDatas.find(({ data }) => JSON.stringify(data).includes('甲事标题'))
    expect(shown?.answers).toBe(1)
    expect(held.page.has(FIRST)).toBe(true)
    expect(await room.readersOf(token)).toBe(1)
    expect(held.network.calls).toContainEqual({
      name: 'issues',
      data: { endpoint: 'read', input: { id: '301', mode: 'zh', channel: 'code' } },
    })

    await scan('issue', token, { storage: held.storage })
    expect(await room.readersOf(token)).toBe(1)
    await scan('issue', token)
    expect(await room.readersOf(token)).toBe(2)
  })

  it('shows at once, on a phone that knows it, what it led to, and then asks once', async () => {
    const token = await room.aCode(issue('301'))
    const { storage } = await scan('issue', token)
    const phone = await scan('issue', token, { storage, network: 'held' })
    expect(phone.page.has(FIRST)).toBe(true)
    await phone.releaseAnswers()
    expect(asked(phone)).toEqual(['get'])
    expect(phone.network.received).toBeLessThan(2_000)
  })

  it('shows a corrected text when it arrives', async () => {
    await room.publish(anIssueOfTwo('305'))
    const token = await room.aCode(issue('305'))
    const { storage } = await scan('issue', token)
    await room.publish(anIssueOfTwo('305', { disclaimer: { zh: '已更正。', en: 'Corrected.' } }))
    const phone = await scan('issue', token, { storage })
    expect(phone.page.has('已更正。')).toBe(true)
  })

  it.each([
    ['another issue', issue('302'), ISSUE],
    ['a series', series, SERIES],
    ['home', home, LIST],
  ])('offers %s in a line, since it leads there now', async (_, target, stack) => {
    const token = await room.aCode(issue('301'))
    const { storage } = await scan('issue', token)
    await room.point(token, target)
    const phone = await scan('issue', token, { storage })
    expect(phone.page.has(another)).toBe(false)
    expect(phone.page.has('这个码现已指向别的内容。')).toBe(true)
    await phone.tap('打开')
    expect(phone.stack).toEqual(stack)
    if (stack === ISSUE) expect(phone.page.has(another)).toBe(true)

    const later = await scan('issue', token, { storage })
    expect(later.page.has('这个码现已指向别的内容。')).toBe(false)
  })

  it.each([
    ['another issue', issue('302'), ISSUE],
    ['a series', series, SERIES],
    ['home', home, LIST],
  ])('leads a phone that does not know it to %s', async (_, target, stack) => {
    const token = await room.aCode(issue('301'))
    await room.point(token, target)
    const phone = await scan('issue', token)
    expect(phone.stack).toEqual(stack)
    expect(isLost(phone)).toBe(false)
    expect(await room.readersOf(token)).toBe(1)
  })

  it('opens without a network where it did before, and is checked when there is one', async () => {
    const token = await room.aCode(issue('301'))
    const { storage } = await scan('issue', token)
    const phone = await scan('issue', token, { storage, network: 'cut' })
    expect(phone.page.has(FIRST)).toBe(true)
    await room.point(token, home)
    phone.network.state = 'on'
    await phone.tap('重试')
    expect(phone.page.has('这个码现已指向别的内容。')).toBe(true)
  })

  it('says so without a network, and shows the issue at the next try', async () => {
    const token = await room.aCode(issue('301'))
    const phone = await scan('issue', token, { network: 'cut' })
    expect(phone.page.has('没有网络连接')).toBe(true)
    phone.network.state = 'on'
    await phone.tap('重试')
    expect(phone.page.has(FIRST)).toBe(true)
    expect(await room.readersOf(token)).toBe(1)
  })
})

describe('what was withdrawn', () => {
  it('is not shown by its code, and taken from the phone', async () => {
    await room.publish(anIssueOfTwo('310'))
    const token = await room.aCode(issue('310'))
    const { storage } = await scan('issue', token)
    await room.desk.withdraw('310')
    const phone = await scan('issue', token, { storage })
    expect(phone.stack).toEqual(LIST)
    expect(isLost(phone)).toBe(true)
    expect(storage.keys).not.toContain('issue:310')
    expect(phone.page.lines.join()).not.toContain('310')
  })

  it('is not shown by its code where the cloud is reached no more after that', async () => {
    await room.publish(anIssueOfTwo('311'))
    const token = await room.aCode(issue('311'))
    const { storage } = await scan('issue', token)
    await room.desk.withdraw('311')
    const dropped = room.cloud.faults.add({
      action: 'client.callFunction',
      function: 'issues',
      on: { call: 2 },
      fault: { kind: 'drop' },
    })
    const phone = await scan('issue', token, { storage })
    room.cloud.faults.remove(dropped)
    expect(phone.stack).toEqual(LIST)
    expect(phone.page.has(FIRST)).toBe(false)
  })

  it('is replaced by what the code was pointed to instead', async () => {
    await room.publish(anIssueOfTwo('312'))
    const token = await room.aCode(issue('312'))
    const { storage } = await scan('issue', token)
    await room.desk.withdraw('312')
    await room.point(token, issue('302'))
    const phone = await scan('issue', token, { storage })
    expect(phone.stack).toEqual(ISSUE)
    expect(phone.page.has(another)).toBe(true)
  })
})

describe('a code that leads nowhere', () => {
  const pages = ['index', 'series', 'issue']

  it.each(pages)('leads home from pages/%s with a word, asks nobody, where it is junk', async (path) => {
    for (const scene of ['i%3D204', '%', '💥'.repeat(8), '../../x', '', '2'.repeat(32)]) {
      const phone = await scan(path, scene)
      expect(phone.stack).toEqual(LIST)
      expect(isLost(phone)).toBe(true)
      expect(asked(phone)).toEqual(['list'])
    }
  })

  it.each(pages)('leads home from pages/%s with a word, where it is not known or withdrawn', async (path) => {
    const withdrawn = await room.aCode(issue('301'))
    await room.point(withdrawn, null)
    for (const token of [newToken(), withdrawn]) {
      const phone = await scan(path, token)
      expect(phone.stack).toEqual(LIST)
      expect(isLost(phone)).toBe(true)
      expect(phone.page.has({ className: 'lead' })).toBe(true)
    }
    expect(await room.readersOf(withdrawn)).toBe(0)
  })

  it('is said in English, and once', async () => {
    const phone = await scan('issue', newToken(), { settings: { language: 'en' } })
    expect(phone.page.has('This code is not in use.')).toBe(true)
    await phone.tap({ className: 'lead' })
    await phone.back()
    expect(phone.page.has('This code is not in use.')).toBe(false)
  })

  it('is said at an issue that is still read, with the way home', async () => {
    const token = await room.aCode(issue('301'))
    const { storage } = await scan('issue', token)
    await room.point(token, null)
    const phone = await scan('issue', token, { storage })
    expect(phone.page.has(FIRST)).toBe(true)
    expect(isLost(phone)).toBe(true)
    await phone.tap('返回周报')
    expect(phone.stack).toEqual(LIST)
    expect(isLost(phone)).toBe(false)
  })
})

describe('the code of the home page', () => {
  it('shows the list, and counts this phone beside it', async () => {
    const token = await room.aCode(home)
    const phone = await scan('index', token)
    expect(asked(phone).sort()).toEqual(['follow-code', 'list'])
    expect(phone.page.has({ className: 'lead' })).toBe(true)
    expect(isLost(phone)).toBe(false)
    await scan('index', token, { storage: phone.storage })
    expect(await room.readersOf(token)).toBe(1)
  })

  it.each([
    ['a series', series, SERIES],
    ['an issue', issue('302'), ISSUE],
  ])('goes on to %s where it leads there now', async (_, target, stack) => {
    const token = await room.aCode(home)
    await room.point(token, target)
    expect((await scan('index', token)).stack).toEqual(stack)
  })

  it('does not lead away a reader who has gone on meanwhile', async () => {
    const token = await room.aCode(home)
    const { storage } = await scan('index', token)
    await room.point(token, issue('302'))
    const phone = await scan('index', token, { storage, network: 'held' })
    await phone.openTab('pages/mine/index')
    await phone.releaseAnswers()
    expect(phone.stack).toEqual(['pages/mine/index'])
  })
})

describe('the code of a series', () => {
  it('shows its issues and no others, and counts this phone', async () => {
    const token = await room.aCode(series)
    const phone = await scan('series', token)
    expect(phone.page.find({ className: 'masthead__name' }).text).toBe('数据周报')
    expect(phone.page.title).toBe('数据周报')
    expect(phone.page.lines.join()).not.toContain('月报')
    expect(await room.readersOf(token)).toBe(1)
  })

  it('goes to what it leads to now', async () => {
    const token = await room.aCode(series)
    const { storage } = await scan('series', token)
    await room.point(token, issue('302'))
    expect((await scan('series', token, { storage })).stack).toEqual(ISSUE)
  })

  it('says so without a network, under the list’s own bar, and shows the list at the next try', async () => {
    const token = await room.aCode(series)
    const phone = await scan('series', token, { network: 'cut' })
    expect(phone.page.find({ className: 'top-bar' }).lines).toContain('立方律师事务所')
    expect(phone.page.has('没有网络连接')).toBe(true)
    phone.network.state = 'on'
    await phone.tap('重试')
    expect(phone.page.has({ className: 'lead' })).toBe(true)
  })

  it('shows without a network what the phone has of it', async () => {
    const token = await room.aCode(series)
    const { storage } = await scan('series', token)
    await openMiniProgram({ cloud: room.cloud, storage })
    const phone = await scan('series', token, { storage, network: 'cut' })
    expect(phone.page.has({ className: 'lead' })).toBe(true)
    expect(phone.page.has('离线 · 显示上次保存的内容')).toBe(true)
  })
})

describe('the page of a series', () => {
  const open = (id: string) =>
    openMiniProgram({ cloud: room.cloud, path: 'pages/series/index', query: { id } })

  it('is shared by its name, and opens for whoever taps the card', async () => {
    const phone = await open('weekly-data-review')
    expect(phone.page.share()).toEqual({
      title: '数据周报',
      path: '/pages/series/index?id=weekly-data-review',
    })
  })

  it('names the series once', async () => {
    const { page } = await open('weekly-data-review')
    expect(page.has({ className: 'row' })).toBe(true)
    expect(page.lines.filter((line) => line.includes('数据周报'))).toEqual(['数据周报'])
  })

  it('opens its issues, and does not list what was found withdrawn', async () => {
    await room.publish(anIssueOfTwo('320', { month: '2021-12' }))
    const phone = await open('weekly-data-review')
    await room.desk.withdraw('320')
    await phone.tap({ className: 'lead' })
    expect(phone.page.has('没有找到这一期')).toBe(true)
    await phone.back()
    expect(phone.page.has('总第 320 期')).toBe(false)
    expect(phone.page.has({ className: 'lead' })).toBe(true)
  })

  it.each(['', '../x', '%'])('leads home where its id is “%s”', async (id) => {
    expect((await open(id)).stack).toEqual(LIST)
  })

  it('says that nothing is there of a series that nobody knows', async () => {
    expect((await open('no-such-series')).page.has('还没有发布任何一期')).toBe(true)
  })
})
