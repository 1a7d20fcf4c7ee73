import { type IssuesCloud, startIssuesCloud } from '../support/issues-cloud'
import { openMiniProgram } from './support/mini-program'
import { anIssueOfTwo, FIRST } from './support/two-items'

const issuePage = (id: string) => ({ path: 'pages/issue/index', query: { id } })

describe('without a network', () => {
  let room: IssuesCloud

  beforeAll(async () => {
    room = await startIssuesCloud()
    await room.publish(anIssueOfTwo('301'))
  })

  afterAll(() => room.close())

  it('opens an issue again that was opened once, and says that it may not be the newest', async () => {
    const before = await openMiniProgram({ cloud: room.cloud, ...issuePage('301') })
    const read = before.page.find(FIRST).lines
    const phone = await openMiniProgram({
      cloud: room.cloud,
      ...issuePage('301'),
      storage: before.storage,
      network: 'cut',
    })
    expect(phone.page.find(FIRST).lines).toEqual(read)
    expect(phone.page.has('离线 · 显示上次保存的内容')).toBe(true)
    await phone.tap(phone.page.find(FIRST).find('EN'))
    expect(phone.page.find(FIRST).lines).toContain('First body.')
  })

  it('shows the list as it was, and the newest when there is a network again', async () => {
    const before = await openMiniProgram({ cloud: room.cloud })
    const phone = await openMiniProgram({ cloud: room.cloud, storage: before.storage, network: 'cut' })
    expect(phone.page.find({ className: 'lead' }).lines).toContain('甲事标题')
    phone.network.state = 'on'
    await phone.tap('重试')
    expect(phone.page.has('离线 · 显示上次保存的内容')).toBe(false)
  })

  it.each([
    ['the list', {}, { className: 'lead' }],
    ['an issue', issuePage('301'), FIRST],
  ])('says so where %s was never opened, and tries again', async (_, page, shown) => {
    const phone = await openMiniProgram({ cloud: room.cloud, ...page, network: 'cut' })
    expect(phone.page.has('没有网络连接')).toBe(true)
    await phone.tap('重试')
    expect(phone.page.has('没有网络连接')).toBe(true)
    phone.network.state = 'on'
    await phone.tap('重试')
    expect(phone.page.has(shown)).toBe(true)
  })

  it('says something else where the cloud is reached and fails', async () => {
    const phone = await openMiniProgram({ cloud: room.cloud, ...issuePage('301'), network: 'failing' })
    expect(phone.page.has('暂时无法加载')).toBe(true)
    expect(phone.page.has('没有网络连接')).toBe(false)
  })
})

describe('with a slow network', () => {
  let room: IssuesCloud

  beforeAll(async () => {
    room = await startIssuesCloud()
  })

  afterAll(() => room.close())

  it('shows where the text will be until it comes', async () => {
    await room.publish(anIssueOfTwo('310'))
    const phone = await openMiniProgram({ cloud: room.cloud, ...issuePage('310'), network: 'held' })
    expect(phone.page.find({ className: 'skeleton' }).aria).toEqual({ role: 'status', label: '正在加载' })
    await phone.releaseAnswers()
    expect(phone.page.has({ className: 'skeleton' })).toBe(false)
    expect(phone.page.has(FIRST)).toBe(true)
  })

  it('shows the phone’s copy at once, and what was corrected when it arrives', async () => {
    await room.publish(anIssueOfTwo('311'))
    const { storage } = await openMiniProgram({ cloud: room.cloud, ...issuePage('311') })
    await room.publish(anIssueOfTwo('311', { disclaimer: { zh: '已更正。', en: 'Corrected.' } }))
    const phone = await openMiniProgram({ cloud: room.cloud, ...issuePage('311'), storage, network: 'held' })
    expect(phone.page.has('以上内容仅供参考。')).toBe(true)
    await phone.releaseAnswers()
    expect(phone.page.has('已更正。')).toBe(true)
    expect(phone.page.has('以上内容仅供参考。')).toBe(false)
  })

  it('does not send again what the phone already holds', async () => {
    await room.publish(anIssueOfTwo('312'))
    const { storage } = await openMiniProgram({ cloud: room.cloud, ...issuePage('312') })
    const phone = await openMiniProgram({ cloud: room.cloud, ...issuePage('312'), storage })
    expect(phone.network.calls.filter(({ name }) => name === 'issues')).toEqual([
      { name: 'issues', data: { endpoint: 'get', input: { id: '312', revision: 1 } } },
    ])
    expect(phone.page.has(FIRST)).toBe(true)
  })

  it('takes away what was withdrawn, also from the phone', async () => {
    await room.publish(anIssueOfTwo('313'))
    const { storage } = await openMiniProgram({ cloud: room.cloud, ...issuePage('313') })
    await room.desk.withdraw('313')
    const phone = await openMiniProgram({ cloud: room.cloud, ...issuePage('313'), storage })
    expect(phone.page.has('没有找到这一期')).toBe(true)
    const offline = await openMiniProgram({ cloud: room.cloud, ...issuePage('313'), storage, network: 'cut' })
    expect(offline.page.has(FIRST)).toBe(false)
    expect(offline.page.has('没有网络连接')).toBe(true)
  })
})

describe('a phone whose storage is full', () => {
  let room: IssuesCloud

  beforeAll(async () => {
    room = await startIssuesCloud()
    await room.publish(anIssueOfTwo('320'))
  })

  afterAll(() => room.close())

  it('shows an issue all the same', async () => {
    const { storage } = await openMiniProgram({ cloud: room.cloud })
    for (let n = 0; n < 10; n++) storage.set(`filler-${n}`, 'x'.repeat(1_040_000))
    expect(() => storage.set('one-more', 'x'.repeat(100_000))).toThrow('exceed')
    const phone = await openMiniProgram({ cloud: room.cloud, ...issuePage('320'), storage })
    expect(phone.page.has(FIRST)).toBe(true)
  })
})
