import type { LocalCloud } from '../../tools/local-cloud/start-local-cloud'
import type { SettingsChange } from '../../tools/local-cloud/wechat/settings'
import { changeInInspector, readInspector } from '../support/inspector'
import { startPhoneCloud } from '../support/phone-cloud'

let cloud: LocalCloud

beforeAll(async () => {
  cloud = await startPhoneCloud()
}, 60_000)
afterEach(() => cloud.wechat.settings.reset())
afterAll(() => cloud.close())

describe('the settings', () => {
  it('are read and changed in the inspector', async () => {
    const change = { sendsPerMinute: 7, sentEvents: [{ when: 'late', lateBy: 5 }], pages: ['pages/a/a'] }
    const { status, body } = await changeInInspector(cloud, 'wechat-settings/change', { change })
    expect(status).toBe(200)
    expect(body).toEqual(cloud.wechat.settings.current)
    expect((await readInspector(cloud, 'wechat-settings')).body).toEqual(body)
    expect(body).toMatchObject({
      sendsPerMinute: 7,
      sentEvents: [{ when: 'late', lateBy: 5, twice: false, failure: null }],
      pages: ['pages/a/a'],
      sendsPerDay: 10_000_000,
    })
  })

  it.each<[string, unknown]>([
    ['an unknown one', { sendsPerHour: 1 }],
    ['a limit below zero', { sendsPerMinute: -1 }],
    ['no way at all', { sentEvents: [] }],
    ['a way that there is not', { sentEvents: [{ when: 'soon' }] }],
    ['an unknown form', { eventForm: 'xml' }],
    ['a failure without words', { sentEvents: [{ failure: { code: 1 } }] }],
    ['a page that is no text', { pages: [1] }],
    ['a seed that is no number', { seed: 'seven' }],
  ])('stay as they are for %s', async (_name, change) => {
    const { current } = cloud.wechat.settings
    expect(() => cloud.wechat.settings.change(change as SettingsChange)).toThrow(/is not valid/)
    expect((await changeInInspector(cloud, 'wechat-settings/change', { change })).status).toBe(400)
    expect(cloud.wechat.settings.current).toBe(current)
  })

  it('are back where they were after a reset', () => {
    const { current } = cloud.wechat.settings
    cloud.wechat.settings.change({ pages: null, seed: 9, isBanned: true })
    cloud.wechat.settings.reset()
    expect(cloud.wechat.settings.current).toEqual(current)
    expect(current.pages).toEqual(['pages/index/index', 'pages/issue/index'])
  })
})
