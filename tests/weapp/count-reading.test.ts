import { type IssuesCloud, startIssuesCloud } from '../support/issues-cloud'
import { anSdkDatabase } from '../support/sdk-database'
import { type MiniProgram, type Opening, openMiniProgram } from './support/mini-program'
import { anIssueOfTwo, FIRST } from './support/two-items'

describe('the reading of an issue', () => {
  let room: IssuesCloud

  beforeAll(async () => {
    room = await startIssuesCloud()
    await room.publish(anIssueOfTwo('300'), anIssueOfTwo('301'))
  })

  afterAll(() => room.close())

  const open = (opening: Partial<Opening> = {}) =>
    openMiniProgram({ cloud: room.cloud, path: 'pages/issue/index', query: { id: '301' }, ...opening })

  /** What was sent to be counted. */
  const told = (phone: MiniProgram) =>
    phone.network.calls
      .map(({ data }) => data as { endpoint: string; input: unknown })
      .filter(({ endpoint }) => endpoint === 'read')
      .map(({ input }) => input)

  it('is counted with its language and the way in, and nothing of who reads', async () => {
    const phone = await open({ scene: 1044, settings: { language: 'en' } })
    expect(told(phone)).toEqual([{ id: '301', mode: 'en', channel: 'share' }])
    const { data } = await anSdkDatabase(room.cloud).collection('reads').get()
    expect(data).toEqual([
      { _id: expect.stringMatching(/^301:\d$/u), issueId: '301', modes: { en: 1 }, channels: { share: 1 } },
    ])
  })

  it('is counted once on a phone, also after a restart', async () => {
    const phone = await open()
    const later = await open({ storage: phone.storage })
    expect([told(phone).length, told(later).length]).toEqual([1, 0])
  })

  it('comes from the list where another issue was what an alert led to', async () => {
    const phone = await open({ path: 'pages/index/index', query: {}, scene: 1014 })
    await phone.tap({ role: 'link', text: /101/u })
    expect(told(phone)).toEqual([expect.objectContaining({ channel: 'direct' })])
  })

  it.each(['cut', 'failing'] as const)(
    'does not mind a network that is %s, and counts the next time',
    async (network) => {
      const { storage } = await open()
      storage.remove('counted')
      const phone = await open({ storage, network })
      expect(phone.page.has(FIRST)).toBe(true)
      expect(told(phone)).toHaveLength(1)
      expect(told(await open({ storage }))).toHaveLength(1)
      expect(told(await open({ storage }))).toEqual([])
    },
  )

  it('is waited for by nobody', async () => {
    const phone = await open({ network: 'held' })
    phone.network.release()
    // The issue's own text is on its way; what is asked after it hangs.
    phone.network.state = 'held'
    await phone.settle()
    expect(told(phone)).toHaveLength(1)
    expect(phone.page.has(FIRST)).toBe(true)
  })
})
