import type { LocalCloud } from '../../tools/local-cloud/start-local-cloud'
import { changeInInspector, readInspector } from '../support/inspector'
import { startPhoneCloud } from '../support/phone-cloud'

let cloud: LocalCloud
let tests = 0
/** Of each test another, of whom WeChat knows nothing yet. */
let anna: string

beforeAll(async () => {
  cloud = await startPhoneCloud({ pushTo: 'caller' })
})

beforeEach(async () => {
  tests += 1
  anna = `anna-${tests}`
  cloud.wechat.settings.reset()
  await cloud.faults.clear()
})

afterAll(() => cloud.close())

const message = {
  templateId: 'issue',
  page: 'pages/issue/index?id=204',
  data: { thing1: '立方观评', date2: '2021年1月25日' },
}
const send = (change: object = {}) =>
  changeInInspector(cloud, 'reader/send', { openid: anna, ...message, ...change })
const reader = async (openid: string) => (await readInspector(cloud, 'reader', { openid })).body
const known = async () => {
  const { readers } = (await readInspector(cloud, 'readers')).body as { readers: { openid: string }[] }
  return readers.filter(({ openid }) => openid === anna)
}
const stateOf = async (templateId: string) => {
  const { templates } = (await reader(anna)) as { templates: { id: string }[] }
  return templates.find(({ id }) => id === templateId)
}

describe('a reader', () => {
  it('of whom WeChat knows nothing has every template with nothing left, and an empty inbox', async () => {
    expect(await known()).toEqual([])
    expect(await reader(anna)).toMatchObject({ mainSwitch: true, inbox: [] })
    expect(await stateOf('issue')).toEqual({
      id: 'issue',
      title: '内容更新提醒',
      fields: [
        { name: 'thing1', label: '刊物' },
        { name: 'date2', label: '时间' },
      ],
      remaining: 0,
      kept: null,
    })
    expect(await known()).toEqual([])
  })

  it('has the state that is set for them', async () => {
    await changeInInspector(cloud, 'reader/template', { openid: anna, templateId: 'issue', remaining: 2 })
    await changeInInspector(cloud, 'reader/template', { openid: anna, templateId: 'issue', kept: 'reject' })
    await changeInInspector(cloud, 'reader/main-switch', { openid: anna, isOn: false })

    expect(await stateOf('issue')).toMatchObject({ remaining: 2, kept: 'reject' })
    expect(await reader(anna)).toMatchObject({ mainSwitch: false })
    expect(cloud.wechat.phone(anna).subscriptionsSetting).toEqual({
      mainSwitch: false,
      itemSettings: { issue: 'reject' },
    })
    await changeInInspector(cloud, 'reader/template', { openid: anna, templateId: 'issue', kept: null })
    expect(await stateOf('issue')).toMatchObject({ remaining: 2, kept: null })
  })

  it.each([
    ['the first page that is published', ['pages/shop/index', 'pages/order/index'], 'pages/shop/index'],
    ['nowhere, where any page will do', null, ''],
  ])('can be sent to %s', async (_name, pages, home) => {
    cloud.wechat.settings.change({ pages })
    expect(await reader(anna)).toMatchObject({ home })
  })

  it.each([
    ['a name that no reader can have', 'reader/main-switch', { openid: '<b>', isOn: true }],
    ['less than nothing', 'reader/template', { templateId: 'issue', remaining: -1 }],
    ['a choice that there is not', 'reader/template', { templateId: 'issue', kept: 'maybe' }],
    ['a template that there is not', 'reader/template', { templateId: 'none', remaining: 1 }],
    ['a template that there is not', 'reader/template', { templateId: '__proto__', remaining: 1 }],
  ])('is not changed by %s', async (_name, call, input) => {
    expect((await changeInInspector(cloud, call, { openid: anna, ...input })).status).toBe(400)
    expect(await known()).toEqual([])
  })
})

it('lists five hundred readers and a hundred messages, and says how many there are beside them', async () => {
  const openids = Array.from({ length: 501 }, (_, index) => `many-${index}`)
  cloud.wechat.grant(openids, 'third', 1)
  cloud.wechat.grant([anna], 'third', 101)
  const before = cloud.wechat.openids().length
  for (let count = 0; count < 101; count++) await send({ templateId: 'third', data: {} })

  const { readers, more } = (await readInspector(cloud, 'readers')).body as { readers: []; more: number }
  const { inbox, older } = (await reader(anna)) as { inbox: []; older: number }

  expect([readers.length, more]).toEqual([500, before - 500])
  expect([inbox.length, older]).toEqual([100, 1])
})

describe('a message that is sent', () => {
  it('spends a consent, lies in the inbox and is read once it is opened', async () => {
    cloud.wechat.grant([anna], 'issue')

    expect(await send()).toEqual({ status: 200, body: { errcode: 0, errmsg: 'ok' } })

    expect(await stateOf('issue')).toMatchObject({ remaining: 0 })
    expect(await known()).toEqual([{ openid: anna, unread: 1 }])
    const [first] = ((await reader(anna)) as { inbox: { msgid: string }[] }).inbox
    expect(first).toEqual({
      msgid: expect.stringMatching(/^\d{19}$/u),
      title: '内容更新提醒',
      fields: [
        { name: 'thing1', label: '刊物', value: '立方观评' },
        { name: 'date2', label: '时间', value: '2021年1月25日' },
      ],
      address: `/?as=${anna}&scene=1014#/pages/issue/index?id=204`,
      page: 'pages/issue/index?id=204',
      at: expect.any(Number),
      isRead: false,
    })

    const opened = await changeInInspector(cloud, 'reader/open-message', {
      openid: anna,
      msgid: first?.msgid,
    })
    expect(opened.body).toEqual({ path: 'pages/issue/index', query: { id: '204' }, scene: 1014 })
    expect(await known()).toEqual([{ openid: anna, unread: 0 }])
  })

  it('leads nowhere without a page', async () => {
    cloud.wechat.grant([anna], 'issue')
    await send({ page: '' })
    expect(await reader(anna)).toMatchObject({ inbox: [{ page: null, address: null }] })
  })

  it.each([
    ['nothing is left', {}, 43101],
    ['a field does not fit', { data: { ...message.data, date2: '昨天' } }, 47003],
    ['there is no such template', { templateId: 'none' }, 40037],
  ])('is refused in WeChat’s words where %s', async (_name, change, errcode) => {
    expect(await send(change)).toEqual({
      status: 200,
      body: { errcode, errmsg: expect.stringMatching(/\w/u) },
    })
    expect(await reader(anna)).toMatchObject({ inbox: [] })
  })

  it.each([
    ['an error of WeChat', { kind: 'refuse', errcode: 45009 }, 200, { errcode: 45009 }],
    ['an error of the platform', { kind: 'platform-error', errorCode: -604102 }, 200, { errcode: -604102 }],
    ['the cloud’s error', { kind: 'fail', code: 'SYS_ERR' }, 400, { error: { code: 'SYS_ERR' } }],
    ['no answer', { kind: 'drop' }, 400, { error: { code: 'SYS_ERR' } }],
  ] as const)('meets a fault as a function’s does: %s', async (_name, fault, status, body) => {
    cloud.wechat.grant([anna], 'issue')
    cloud.faults.add({ action: 'subscribeMessage.send', on: { call: 1 }, fault })
    expect(await send()).toMatchObject({ status, body })
    expect(cloud.faults.met()).toMatchObject([{ touser: anna, function: null }])
  })
})

describe('WeChat', () => {
  it('shows its settings, takes others, and says what is wrong with them', async () => {
    const before = (await readInspector(cloud, 'wechat-settings')).body
    expect(before).toEqual(cloud.wechat.settings.current)

    const changed = await changeInInspector(cloud, 'wechat-settings/change', { change: { sendsPerDay: 1 } })
    expect(changed.body).toEqual({ ...cloud.wechat.settings.current, sendsPerDay: 1 })

    expect(
      await changeInInspector(cloud, 'wechat-settings/change', { change: { sendsPerDay: 'many', x: 1 } }),
    ).toMatchObject({ status: 400, body: { error: { message: expect.stringContaining('sendsPerDay') } } })
    expect(cloud.wechat.settings.current.sendsPerDay).toBe(1)
  })

  it('lists the events that it has given, the newest first, with what came of each', async () => {
    const phone = cloud.wechat.phone(anna)
    await phone.chooseItem('issue', 'reject')
    await phone.chooseItem('report', 'reject')
    await cloud.wechat.idle()

    const { pushTo, given } = (await readInspector(cloud, 'wechat-events')).body as {
      pushTo: string
      given: { json: string }[]
    }
    expect(pushTo).toBe('caller')
    expect(given.slice(0, 2)).toMatchObject([
      { openid: anna, name: 'subscribe_msg_change_event', answer: expect.any(String), error: null },
      { openid: anna, name: 'subscribe_msg_change_event' },
    ])
    expect(given.slice(0, 2).map(({ json }) => JSON.parse(json).List.TemplateId)).toEqual(['report', 'issue'])
  })
})
