import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { LocalCloud } from '../../tools/local-cloud/start-local-cloud'
import { callFromPhone } from '../support/fixture-functions'
import { sdkFor } from '../support/local-cloud'
import { startPhoneCloud } from '../support/phone-cloud'

jest.setTimeout(60_000)

let cloud: LocalCloud
let readers = 0

beforeAll(async () => {
  cloud = await startPhoneCloud()
})

afterEach(async () => {
  cloud.wechat.settings.reset()
  await cloud.faults.clear()
})

afterAll(() => cloud.close())

/** A reader who allowed so many messages about an issue. */
function aReader(remaining = 1) {
  readers += 1
  const phone = cloud.wechat.phone(`reader-${readers}`)
  phone.setTemplate('issue', { remaining })
  return phone
}

const data = { thing1: { value: '立方网络安全周报' }, date2: { value: '2021年1月15日' } }

type Sent = { errCode: number; errMsg?: string; msgid?: object }

/** The answer of the SDK, or what it threw. */
const send = (params: object): Promise<Sent> =>
  sdkFor(cloud)
    .openapi.subscribeMessage.send({ templateId: 'issue', data, ...params })
    .catch((thrown: unknown) => thrown)

/** The SDK reads an id, which has too many digits for a number, as the parts of a larger one. */
function digits(msgid: unknown): string {
  const { c } = msgid as { c: number[] }
  return c.map((part, at) => String(part).padStart(at === 0 ? 0 : 14, '0')).join('')
}

describe('a message', () => {
  it('spends one consent and is in the inbox, as it was sent', async () => {
    const phone = aReader(2)
    const page = 'pages/issue/index?id=204&from=%E6%8F%90%E9%86%92'
    const { errCode, msgid } = await send({
      touser: phone.openid,
      page,
      lang: 'en_US',
      miniprogramState: 'trial',
    })
    expect(errCode).toBe(0)
    expect(digits(msgid)).toMatch(/^\d{19}$/)
    expect(phone.inbox).toEqual([
      {
        msgid: digits(msgid),
        templateId: 'issue',
        data: { thing1: '立方网络安全周报', date2: '2021年1月15日' },
        page,
        lang: 'en_US',
        miniprogramState: 'trial',
        at: expect.any(Number),
        isRead: false,
      },
    ])
    expect(phone.state.templates.issue?.remaining).toBe(1)
  })

  it('has what WeChat takes where nothing is said, the time of the clock, and no field of its own', async () => {
    const phone = aReader()
    await cloud.clock.moveTo(Date.UTC(2030, 0, 1))
    await send({ touser: phone.openid, data: { ...data, thing9: { value: 'unknown' } } })
    const [message] = phone.inbox
    expect(message).toMatchObject({ page: null, lang: 'zh_CN', miniprogramState: 'formal' })
    expect(Object.keys(message?.data ?? {})).toEqual(['thing1', 'date2'])
    expect(Math.abs((message?.at ?? 0) - Date.UTC(2030, 0, 1))).toBeLessThan(60_000)
  })

  it('has an id that no other has, and stands above those that came before', async () => {
    const phone = aReader(12)
    const ids: string[] = []
    for (let count = 0; count < 12; count += 1) ids.push(digits((await send({ touser: phone.openid })).msgid))
    expect(new Set(ids).size).toBe(12)
    expect(phone.inbox.map(({ msgid }) => msgid)).toEqual(ids.reverse())
  })

  it('of a long-term template leaves the consent as it is', async () => {
    const phone = aReader()
    phone.setTemplate('bus', { remaining: 1 })
    for (let count = 0; count < 3; count += 1)
      await send({ touser: phone.openid, templateId: 'bus', data: { thing1: { value: '27' } } })
    expect(phone.inbox).toHaveLength(3)
    expect(phone.state.templates.bus?.remaining).toBe(1)
  })

  it('opens its page like a service notification, and is read then', async () => {
    const phone = aReader(2)
    await send({ touser: phone.openid, page: 'pages/issue/index?id=204&from=a%20b&q=1=2' })
    const [message] = phone.inbox
    expect(phone.openMessage(message?.msgid ?? '')).toEqual({
      path: 'pages/issue/index',
      // WeChat decodes nothing.
      query: { id: '204', from: 'a%20b', q: '1=2' },
      scene: 1014,
    })
    expect(phone.inbox.map(({ isRead }) => isRead)).toEqual([true])
  })

  it('without a page opens nothing', async () => {
    const phone = aReader()
    await send({ touser: phone.openid })
    expect(phone.openMessage(phone.inbox[0]?.msgid ?? '')).toBeNull()
    expect(phone.openMessage('unknown')).toBeNull()
    expect(phone.inbox.map(({ isRead }) => isRead)).toEqual([true])
  })

  it('is listed with all others', async () => {
    const phone = aReader()
    await send({ touser: phone.openid })
    const all = [...cloud.wechat.messages()].filter(({ openid }) => openid === phone.openid)
    expect(all.map(({ message }) => message)).toEqual(phone.inbox)
  })
})

describe('is refused, with nothing spent and nothing sent:', () => {
  it.each<[number, string, object]>([
    [40003, 'invalid openid', { touser: '' }],
    [40003, 'invalid openid', { touser: 'no spaces' }],
    [40003, 'invalid openid', { touser: { a: 1 } }],
    [40037, 'invalid template_id', { templateId: '' }],
    [40037, 'invalid template_id', { templateId: 'unknown' }],
    [40037, 'invalid template_id', { templateId: 'toString' }],
    [40037, 'invalid template_id', { templateId: { toString: 1 } }],
    [40097, 'invalid args', { miniprogramState: 'release' }],
    [40097, 'invalid args', { lang: 'en' }],
    [41030, 'invalid page', { page: 'pages/unknown/index' }],
    [41030, 'invalid page', { page: '/pages/issue/index' }],
    [41030, 'invalid page', { page: 7 }],
    [47003, 'argument invalid! data.thing1.value is empty', { data: {} }],
    [47003, 'argument invalid! data.thing1.value is empty', { data: 'text' }],
    [47003, 'argument invalid! data.thing1.value is empty', { data: { ...data, thing1: { value: ' ' } } }],
    [47003, 'argument invalid! data.thing1.value is empty', { data: { ...data, thing1: 'no value' } }],
    [
      47003,
      'argument invalid! data.thing1.value invalid',
      { data: { ...data, thing1: { value: '字'.repeat(21) } } },
    ],
    [47003, 'argument invalid! data.thing1.value invalid', { data: { ...data, thing1: { value: 7 } } }],
    [
      47003,
      'argument invalid! data.thing1.value invalid',
      { data: { ...data, thing1: { value: { toString: 1 } } } },
    ],
    [47003, 'argument invalid! data.date2.value invalid', { data: { ...data, date2: { value: 'today' } } }],
  ])('%d %s', async (errCode, words, params) => {
    const phone = aReader()
    const answer = await send({ touser: phone.openid, ...params })
    expect(answer.errCode).toBe(errCode)
    expect(answer.errMsg).toMatch(
      new RegExp(
        `^openapi\\.subscribeMessage\\.send:fail ${words} rid: [0-9a-f]{8}-[0-9a-f]{8}-[0-9a-f]{8}$`,
      ),
    )
    expect(phone.state.templates.issue?.remaining).toBe(1)
    expect(phone.inbox).toEqual([])
  })

  it('43101 where nothing was allowed, all of it is spent, or the reader takes no messages', async () => {
    const spent = aReader(1)
    await send({ touser: spent.openid })
    const off = aReader(1)
    off.turnMainSwitch(false)
    for (const openid of [spent.openid, off.openid, 'somebody-new'])
      expect(await send({ touser: openid })).toMatchObject({
        errCode: 43101,
        errMsg: expect.stringContaining('user refuse to accept the msg'),
      })
    expect([spent.inbox.length, off.inbox.length]).toEqual([1, 0])
    off.turnMainSwitch(true)
    expect(await send({ touser: off.openid })).toMatchObject({ errCode: 0 })
  })

  it('43101 after the reader refused this template, and the others are as they were', async () => {
    const phone = aReader(3)
    phone.setTemplate('report', { remaining: 1 })
    await phone.chooseItem('issue', 'reject')
    expect(await send({ touser: phone.openid })).toMatchObject({ errCode: 43101 })
    const report = { templateId: 'report', data: { phrase1: { value: '已完成' } } }
    expect(await send({ touser: phone.openid, ...report })).toMatchObject({ errCode: 0 })
  })

  it('41030 for a page that is no longer published, and for none where any will do', async () => {
    const phone = aReader(2)
    const page = 'pages/issue/index?id=204'
    cloud.wechat.settings.change({ pages: ['pages/index/index'] })
    expect(await send({ touser: phone.openid, page })).toMatchObject({ errCode: 41030 })
    cloud.wechat.settings.change({ pages: null })
    expect(await send({ touser: phone.openid, page })).toMatchObject({ errCode: 0 })
  })

  it.each([
    [43107, { isBanned: true }],
    [43116, { bannedTemplates: ['issue'] }],
  ])('%d where WeChat has forbidden it', async (errCode, settings) => {
    const phone = aReader()
    cloud.wechat.settings.change(settings)
    expect(await send({ touser: phone.openid })).toMatchObject({ errCode })
    expect(phone.state.templates.issue?.remaining).toBe(1)
  })
})

describe('a limit of sends', () => {
  it('holds for a minute of the clock and is answered with 45009', async () => {
    const phone = aReader(9)
    cloud.wechat.settings.change({ sendsPerMinute: 2 })
    await cloud.clock.moveTo(Date.UTC(2031, 0, 1, 0, 0, 0))
    const codes = async () => (await send({ touser: phone.openid })).errCode
    expect([await codes(), await codes(), await codes()]).toEqual([0, 0, 45009])
    await cloud.clock.advance(60_000)
    expect(await codes()).toBe(0)
    expect(phone.inbox).toHaveLength(3)
  })

  it('counts each call, whatever comes of it and whomever it is for', async () => {
    cloud.wechat.settings.change({ sendsPerMinute: 2 })
    await cloud.clock.moveTo(Date.UTC(2031, 0, 2, 0, 0, 0))
    const calls = [
      { touser: 'somebody-new' },
      { touser: aReader().openid, data: {} },
      { touser: aReader().openid },
    ]
    const codes: number[] = []
    for (const params of calls) codes.push((await send(params)).errCode)
    expect(codes).toEqual([43101, 47003, 45009])
  })

  it('of a day begins anew at midnight in Beijing', async () => {
    const phone = aReader(9)
    cloud.wechat.settings.change({ sendsPerDay: 1 })
    await cloud.clock.moveTo(Date.UTC(2032, 0, 1, 15, 50))
    const codes = async () => (await send({ touser: phone.openid })).errCode
    expect([await codes(), await codes()]).toEqual([0, 45009])
    await cloud.clock.advance(10 * 60_000)
    expect(await codes()).toBe(0)
  })
})

describe('two sends at once', () => {
  it('to one reader: the second is refused with 43108 until the first has answered', async () => {
    const phone = aReader(3)
    const rule = cloud.faults.add({
      action: 'subscribeMessage.send',
      on: { call: 1 },
      fault: { kind: 'hold' },
    })
    const first = send({ touser: phone.openid })
    await cloud.faults.whenMet(rule)
    expect(await send({ touser: phone.openid })).toMatchObject({
      errCode: 43108,
      errMsg: expect.stringContaining('Cannot make concurrent calls to the same OpenID, please try again'),
    })
    await cloud.faults.release()
    expect(await first).toMatchObject({ errCode: 0 })
    expect(await send({ touser: phone.openid })).toMatchObject({ errCode: 0 })
    expect(phone.state.templates.issue?.remaining).toBe(1)
    expect(phone.inbox).toHaveLength(2)
  })

  it.each([
    ['before the work', 'before', { kind: 'delay', ms: 60_000 }],
    ['after it', 'after', { kind: 'delay', ms: 60_000 }],
    ['after it', 'after', { kind: 'hold' }],
  ] as const)(
    'to one reader: a fault %s (%s, %j) makes the first last longer',
    async (_name, when, fault) => {
      const phone = aReader(3)
      const rule = cloud.faults.add({
        action: 'subscribeMessage.send',
        on: { call: 1 },
        fault: { ...fault, when },
      })
      const first = send({ touser: phone.openid })
      await cloud.faults.whenMet(rule)
      expect(await send({ touser: phone.openid })).toMatchObject({ errCode: 43108 })
      await cloud.faults.release()
      expect(await first).toMatchObject({ errCode: 0 })
      expect(phone.inbox).toHaveLength(1)
    },
  )

  it('by both forms of the SDK: the second is refused too', async () => {
    const phone = aReader(3)
    const rule = cloud.faults.add({ action: 'wx.openApi', on: { call: 1 }, fault: { kind: 'hold' } })
    const first = send({ touser: phone.openid })
    await cloud.faults.whenMet(rule)
    const params = { touser: phone.openid, template_id: 'issue', data }
    // The SDK's types do not know its older form.
    const sdk = sdkFor(cloud) as unknown as { callOpenAPI(call: object): Promise<object> }
    const second = sdk.callOpenAPI({ api: 'subscribeMessage.send', data: params })
    expect(await second).toMatchObject({ result: { errcode: 43108 } })
    await cloud.faults.release()
    expect(await first).toMatchObject({ errCode: 0 })
  })

  it('of which the first is refused: the next one is not', async () => {
    const phone = aReader()
    expect(await send({ touser: phone.openid, data: {} })).toMatchObject({ errCode: 47003 })
    expect(await send({ touser: phone.openid })).toMatchObject({ errCode: 0 })
  })

  it('to two readers hinder each other in nothing', async () => {
    const [one, other] = [aReader(), aReader()]
    const rule = cloud.faults.add({
      action: 'subscribeMessage.send',
      on: { call: 1 },
      fault: { kind: 'hold' },
    })
    const first = send({ touser: one.openid })
    await cloud.faults.whenMet(rule)
    expect(await send({ touser: other.openid })).toMatchObject({ errCode: 0 })
    await cloud.faults.release()
    expect(await first).toMatchObject({ errCode: 0 })
  })
})

it('has spent the consent and put the message into the inbox by the time that the answer leaves', async () => {
  const phone = aReader()
  const seen: object[] = []
  const look = () => seen.push([phone.state.templates.issue?.remaining, phone.inbox.length])
  const stop = cloud.changes.listen((topic) => topic === 'phones' && look())
  const fault = { kind: 'hold', when: 'after' } as const
  const rule = cloud.faults.add({ action: 'subscribeMessage.send', fault })
  const sent = send({ touser: phone.openid })
  await cloud.faults.whenMet(rule)
  look()
  stop()
  expect(new Set(seen.map(String))).toEqual(new Set(['0,1']))
  await cloud.faults.release()
  expect(await sent).toMatchObject({ errCode: 0 })
})

it('spends one consent for each message that arrives, however many are sent at once', async () => {
  const phones = [0, 1, 2, 3].map((remaining) => aReader(remaining))
  const answers = await Promise.all(
    phones.flatMap(({ openid }) =>
      Array.from({ length: 12 }, async () => ({ openid, code: (await send({ touser: openid })).errCode })),
    ),
  )
  for (const [granted, { openid, state, inbox }] of phones.entries()) {
    const codes = answers.filter((answer) => answer.openid === openid).map(({ code }) => code)
    expect([0, 43101, 43108]).toEqual(expect.arrayContaining([...new Set(codes)]))
    expect(inbox).toHaveLength(codes.filter((code) => code === 0).length)
    expect(state.templates.issue?.remaining).toBe(granted - inbox.length)
  }
})

it('keeps the inbox when the local cloud starts again, and gives no id a second time', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'kept-'))
  const inboxes: string[][] = []
  for (let start = 1; start <= 2; start += 1) {
    const started = await startPhoneCloud({ dataDir })
    started.wechat.grant(['reader'], 'issue')
    await sdkFor(started).openapi.subscribeMessage.send({ touser: 'reader', templateId: 'issue', data })
    inboxes.push(started.wechat.phone('reader').inbox.map(({ msgid }) => msgid))
    await started.close()
  }
  rmSync(dataDir, { recursive: true, force: true })
  const [[first] = [], later = []] = inboxes
  expect(later).toHaveLength(2)
  expect(later[1]).toBe(first)
  expect(new Set(later).size).toBe(2)
})

it('sends for a function that has the permission', async () => {
  const phone = aReader()
  const params = { touser: phone.openid, templateId: 'issue', data }
  expect(await callFromPhone(cloud, 'sender', { api: 'send', params })).toMatchObject({
    result: { errCode: 0 },
  })
  expect(phone.inbox).toHaveLength(1)
})

it('gives many readers consents at once', async () => {
  cloud.wechat.grant(['many-1', 'many-2'], 'issue', 2)
  cloud.wechat.grant(['many-1'], 'issue')
  const remaining = ['many-1', 'many-2'].map((openid) => cloud.wechat.phone(openid).state.templates.issue)
  expect(remaining).toEqual([
    { remaining: 3, kept: null },
    { remaining: 2, kept: null },
  ])
})
