import fc from 'fast-check'
import { parse } from 'protobufjs'
import type { LocalCloud } from '../../tools/local-cloud/start-local-cloud'
import { callFromPhone } from '../support/fixture-functions'
import { sdkFor } from '../support/local-cloud'
import { startPhoneCloud } from '../support/phone-cloud'
import { seeds } from '../support/seeds'

jest.setTimeout(60_000)

let cloud: LocalCloud
let readers = 0
const lines: string[] = []

beforeAll(async () => {
  cloud = await startPhoneCloud({ log: (line) => lines.push(line) })
})

afterAll(() => cloud.close())

/** A refusal is an answer like any other: nothing of it goes wrong inside. */
afterEach(() => expect(lines.splice(0)).toEqual([]))

/** A reader who allowed so many messages about a parcel. */
function aReader(remaining = 1) {
  readers += 1
  const phone = cloud.wechat.phone(`reader-${readers}`)
  phone.setTemplate('parcel', { remaining })
  return phone
}

type Answer = { errCode: number; errMsg: string; msgid?: unknown }

/** The parts of the SDK that its types leave out, or describe without options. */
type Sdk = {
  openapi: Generic & ((options: object) => Generic)
  callOpenAPI(call: { api: string; data?: object; version?: string }): Promise<{ result: object }>
  getOpenData(options: { list: string[] }): Promise<unknown>
  getCloudCallSign(options: object): Promise<unknown>
  getVoIPSign(options: object): Promise<unknown>
  cloudPay: { unifiedOrder(options: object): Promise<unknown> }
}
type Generic = {
  subscribeMessage: { send(params?: object): Promise<Answer>; sendTwice(params: object): Promise<Answer> }
  wxacode: { getUnlimited(params: object): Promise<Answer> }
}

const sdk = () => sdkFor(cloud) as unknown as Sdk
const thrownBy = (call: Promise<unknown>): Promise<unknown> =>
  call.then(
    (answer) => answer,
    (thrown: unknown) => thrown,
  )

const inSnake = { character_string3: { value: 'SF-1234' }, thing1: { value: '周报合订本' } }
const inCamel = { characterString3: { value: 'SF-1234' }, thing1: { value: '周报合订本' } }

describe('cloud.openapi', () => {
  it.each<[string, object, object]>([
    [
      'turns every name into WeChat’s',
      {},
      { templateId: 'parcel', miniprogramState: 'trial', data: inCamel },
    ],
    ['leaves WeChat’s own names', {}, { template_id: 'parcel', miniprogram_state: 'trial', data: inSnake }],
    [
      'leaves all names where it is told to',
      { convertCase: false },
      { template_id: 'parcel', miniprogram_state: 'trial', data: inSnake },
    ],
    [
      'is the same in its second version',
      { version: 'v2' },
      { templateId: 'parcel', miniprogramState: 'trial', data: inCamel },
    ],
    [
      'leaves out what is undefined',
      {},
      { templateId: 'parcel', miniprogramState: 'trial', data: inCamel, page: undefined, lang: undefined },
    ],
  ])('%s', async (_name, options, params) => {
    const phone = aReader()
    const { send } = sdk().openapi(options).subscribeMessage
    expect(await send({ touser: phone.openid, ...params })).toEqual({
      errCode: 0,
      errMsg: 'openapi.subscribeMessage.send:ok',
      msgid: expect.anything(),
    })
    expect(phone.inbox).toMatchObject([
      { data: { character_string3: 'SF-1234', thing1: '周报合订本' }, miniprogramState: 'trial' },
    ])
  })

  it.each<[number, object]>([
    [40037, { templateId: 'parcel', data: inSnake }],
    [47003, { template_id: 'parcel', data: inCamel }],
  ])('does not find other names where it turns none: %d', async (errCode, params) => {
    const phone = aReader()
    const { send } = sdk().openapi({ convertCase: false }).subscribeMessage
    expect(await thrownBy(send({ touser: phone.openid, ...params }))).toMatchObject({ errCode })
    expect(phone.state.templates.parcel?.remaining).toBe(1)
  })

  it('answers parameters of none as it does wrong ones', async () => {
    expect(await thrownBy(sdk().openapi.subscribeMessage.send({}))).toMatchObject({ errCode: 40003 })
    expect(await thrownBy(sdk().openapi.subscribeMessage.send())).toMatchObject({ errCode: 40003 })
    expect(await thrownBy(sdk().openapi.wxacode.getUnlimited({}))).toMatchObject({ errCode: 40169 })
  })

  it('answers a file as one, and a refusal of it as a refusal', async () => {
    const { getUnlimited } = sdk().openapi.wxacode
    expect(await getUnlimited({ scene: 'a' })).toEqual({
      errCode: 0,
      errMsg: 'openapi.wxacode.getUnlimited:ok',
      contentType: 'image/png',
      buffer: expect.any(Buffer),
    })
    expect(await thrownBy(getUnlimited({ scene: '%' }))).toMatchObject({ errCode: 40169 })
  })

  it('answers -604100 for an API that is not there', async () => {
    const { sendTwice } = sdk().openapi.subscribeMessage
    expect(await thrownBy(sendTwice({}))).toMatchObject({ errCode: -604100 })
  })
})

describe('cloud.callOpenAPI', () => {
  const call = (data?: object, api = 'subscribeMessage.send') =>
    sdk().callOpenAPI({ api, ...(data && { data }) })

  it.each(['v1', 'v2'])('sends a message too, by WeChat’s own names: %s', async (version) => {
    const phone = aReader()
    const data = { touser: phone.openid, template_id: 'parcel', data: inSnake }
    expect(await sdk().callOpenAPI({ api: 'subscribeMessage.send', data, version })).toEqual({
      errMsg: 'callOpenAPI:ok',
      result: { errcode: 0, errmsg: 'ok', msgid: expect.any(Number) },
    })
    expect(phone.inbox).toMatchObject([{ data: { thing1: '周报合订本' } }])
  })

  it('answers a refusal as a result', async () => {
    const { openid } = aReader()
    const message = { touser: openid, template_id: 'parcel', data: inSnake }
    expect(await call({ touser: openid, templateId: 'parcel' })).toMatchObject({ result: { errcode: 40037 } })
    expect(await call({ ...message, touser: 'somebody-new' })).toMatchObject({ result: { errcode: 43101 } })
    expect(await call({})).toMatchObject({ result: { errcode: 40003 } })
    expect(await call()).toMatchObject({ result: { errcode: 40003 } })
    expect(await call({}, 'subscribeMessage.sendTwice')).toMatchObject({ result: { errcode: -604100 } })
  })

  it('carries no file', async () => {
    expect(await thrownBy(call({ scene: 'a' }, 'wxacode.getUnlimited'))).toMatchObject({
      errCode: -1,
      errMsg: expect.stringContaining('This API answers a file: call it by cloud.openapi.'),
    })
  })
})

describe('a function', () => {
  it('may use what its config.json permits, and gets -604101 for all else', async () => {
    const phone = aReader()
    const send = { api: 'send', params: { touser: phone.openid, templateId: 'parcel', data: inCamel } }
    const draw = { api: 'getUnlimited', params: { scene: 'a' } }
    expect(await callFromPhone(cloud, 'sender', send)).toEqual({
      result: { errCode: 0, errMsg: expect.any(String), msgid: expect.anything() },
    })
    expect(await callFromPhone(cloud, 'sender', draw)).toEqual({ result: { errCode: -604101 } })
  })

  it('without a config.json may use nothing, and nothing is spent', async () => {
    const phone = aReader()
    const params = { touser: phone.openid, templateId: 'parcel', data: inCamel }
    const answer = await callFromPhone(cloud, 'barred', { api: 'send', params })
    expect(answer).toEqual({ result: { errCode: -604101 } })
    expect(await callFromPhone(cloud, 'barred', { api: 'send', params: {} })).toEqual(answer)
    expect([phone.state.templates.parcel?.remaining, phone.inbox.length]).toEqual([1, 0])
  })
})

describe('what the local cloud does not play is refused by its name:', () => {
  it.each<[string, () => Promise<unknown>]>([
    ['ApiGetOpenDataByCloudId', () => sdk().getOpenData({ list: ['79_phone'] })],
    ['GetCloudCallSign', () => sdk().getCloudCallSign({ parameterList: [] })],
    ['ApiVoipSign', () => sdk().getVoIPSign({ groupId: 'a', nonce: 'b', timestamp: 1 })],
    ['wx.wxPayApi', () => sdk().cloudPay.unifiedOrder({ body: 'x' })],
  ])('%s', async (name, call) => {
    const thrown = await thrownBy(call())
    expect(thrown).toMatchObject({ errCode: -501007, errMsg: expect.stringContaining(name) })
  })
})

describe('bad input', () => {
  const Answered = parse(
    'syntax = "proto3"; message Answered { bytes respData = 1; string contentType = 2; int32 errorCode = 3; }',
    { keepCase: true },
  ).root.lookupType('Answered')

  const varint = (value: number): Buffer =>
    value < 128
      ? Buffer.from([value])
      : Buffer.concat([Buffer.from([(value % 128) | 128]), varint(Math.floor(value / 128))])
  const field = (number: number, bytes: Buffer) =>
    Buffer.concat([varint(number * 8 + 2), varint(bytes.length), bytes])
  const pair = (key: string, json: string) =>
    field(1, Buffer.concat([field(1, Buffer.from(key)), field(2, Buffer.from(json))]))
  const call = (...pairs: Buffer[]) => Buffer.concat([Buffer.from([8, 0]), field(2, Buffer.concat(pairs))])
  const message = (openid: string) =>
    call(
      pair('touser', JSON.stringify(openid)),
      pair('template_id', '"parcel"'),
      pair('data', JSON.stringify(inSnake)),
    )

  async function post(fields: Record<string, string | Buffer>): Promise<unknown> {
    const body = new FormData()
    for (const [name, value] of Object.entries({ action: 'wx.openApi', ...fields })) {
      const bytes = new Blob([new Uint8Array(Buffer.from(value))], { type: 'application/octet-stream' })
      body.append(name, typeof value === 'string' ? value : bytes)
    }
    const response = await fetch(`${cloud.url}admin`, { method: 'POST', body })
    expect(response.status).toBe(200)
    if (response.headers.get('content-type')?.startsWith('application/json')) return response.json()
    const answer = Answered.decode(new Uint8Array(await response.arrayBuffer())) as unknown as {
      respData: Uint8Array
      contentType: string
      errorCode: number
    }
    if (answer.errorCode !== 0) return answer.errorCode
    expect(answer.contentType).toBe('application/json')
    return JSON.parse(Buffer.from(answer.respData).toString())
  }

  const send = (requestData: string | Buffer) => post({ apiName: 'subscribeMessage.send', requestData })

  const INVALID = { code: 'INVALID_PARAM', message: expect.any(String), requestId: expect.any(String) }
  /** The cloud's own error, or WeChat's refusal. */
  const refused = expect.objectContaining({ code: 'INVALID_PARAM' })
  const refusedByWeChat = expect.objectContaining({ errcode: expect.any(Number), errmsg: expect.any(String) })

  let phone: ReturnType<typeof aReader>

  beforeEach(() => {
    phone = aReader(2)
  })

  /** Nothing was spent or sent, and a message in order goes through. */
  afterEach(async () => {
    expect([phone.state.templates.parcel?.remaining, phone.inbox.length]).toEqual([2, 0])
    expect(await send(message(phone.openid))).toMatchObject({ errcode: 0 })
  })

  it('cut short anywhere is refused', async () => {
    const whole = message(phone.openid)
    for (let length = 0; length < whole.length; length += 1) {
      const answer = await send(whole.subarray(0, length))
      // Without any field, or with the first alone, it is a call without parameters.
      const expected = length === 0 || length === 2 ? { errcode: 40003 } : INVALID
      expect(answer).toMatchObject(expected)
    }
  })

  it.each(seeds(3))('of random bytes is refused: seed %d', async (seed) => {
    const random = fc.uint8Array({ minLength: 1, maxLength: 200 })
    for (const bytes of fc.sample(random, { seed, numRuns: 60 })) {
      const begun = [Buffer.from(bytes), field(2, Buffer.from(bytes)), call(field(1, Buffer.from(bytes)))]
      for (const requestData of begun)
        expect([refused, refusedByWeChat]).toContainEqual(await send(requestData))
    }
  })

  it.each(seeds(3))(
    'with a byte that is another is refused, or tells of another call: seed %d',
    async (seed) => {
      const whole = message('nobody')
      const place = fc.tuple(fc.nat(whole.length - 1), fc.nat(255))
      for (const [at, byte] of fc.sample(place, { seed, numRuns: 150 })) {
        const changed = Buffer.from(whole)
        changed[at] = byte
        expect([refused, refusedByWeChat]).toContainEqual(await send(changed))
      }
    },
  )

  const HUGE = Buffer.from([255, 255, 255, 255, 15])
  const LONG = Buffer.from([255, 255, 255, 255, 255, 255, 255, 255, 127])

  it.each<[string, () => string | Buffer]>([
    ['a length of 4 GB', () => Buffer.concat([Buffer.from([18]), HUGE])],
    ['a length of 2^63', () => Buffer.concat([Buffer.from([18]), LONG])],
    ['a pair of 4 GB', () => call(Buffer.concat([Buffer.from([10]), HUGE]))],
    ['a name of 4 GB', () => call(field(1, Buffer.concat([Buffer.from([10]), HUGE])))],
    [
      'a name that takes in the next pair',
      () => call(field(1, Buffer.from([10, pair('a', '1').length])), pair('a', '1')),
    ],
    ['a number without end', () => Buffer.alloc(1000, 255)],
    ['groups in groups', () => Buffer.alloc(1_000_000, 11)],
    ['groups in groups in the pairs', () => call(Buffer.alloc(1_000_000, 11))],
    ['more parameters than any API has', () => call(...Array.from({ length: 1001 }, () => pair('a', '1')))],
    ['millions of empty parameters', () => call(Buffer.alloc(4_000_000, Buffer.from([10, 0])))],
    ['a text', () => 'no protobuf'],
  ])('with %s is refused', async (_name, requestData) => {
    expect(await send(requestData())).toEqual(INVALID)
  })

  it.each<[string, number, Buffer]>([
    ['a value that is no JSON', 47001, call(pair('touser', 'reader'))],
    ['a value without end', 47001, call(pair('touser', '['.repeat(1_000_000)))],
    ['a value of a million levels', 40003, call(pair('touser', '['.repeat(1e6) + ']'.repeat(1e6)))],
    ['a prototype', 40003, call(pair('__proto__', '{"touser":"reader"}'))],
    ['a parameter without a name', 40003, call(pair('', '1'))],
    ['a parameter twice, the last of which counts', 40003, call(pair('touser', '"a"'), pair('touser', '""'))],
  ])('with %s gets WeChat’s %d', async (_name, errcode, requestData) => {
    expect(await send(requestData)).toMatchObject({ errcode })
    expect({}).not.toHaveProperty('touser')
  })

  it.each(['', 'constructor', '__proto__', 'subscribeMessage.send ', 'toString'])(
    'for an API that is not there (%j) gets -604100',
    async (apiName) => {
      expect(await post({ apiName, requestData: message('a') })).toBe(-604100)
    },
  )

  it('without its parts, or with a name of bytes, is refused', async () => {
    expect(await post({})).toEqual(INVALID)
    expect(await post({ requestData: message('a') })).toEqual(INVALID)
    expect(await post({ apiName: 'subscribeMessage.send' })).toEqual(INVALID)
    expect(await post({ apiName: Buffer.from('subscribeMessage.send'), requestData: message('a') })).toEqual(
      INVALID,
    )
  })

  it.each<[object, object]>([
    [{ apiName: { toString: 1 } }, INVALID],
    [{ apiName: 7 }, INVALID],
    [{}, INVALID],
    [{ apiName: 'subscribeMessage.send', requestData: '{' }, { errcode: 47001 }],
    [{ apiName: 'subscribeMessage.send', requestData: '[1]' }, { errcode: 47001 }],
    [{ apiName: 'subscribeMessage.send', requestData: 'null' }, { errcode: 47001 }],
    [{ apiName: 'subscribeMessage.send', requestData: { touser: 'a' } }, { errcode: 47001 }],
    [{ apiName: 'subscribeMessage.send', requestData: 7 }, { errcode: 47001 }],
    [{ apiName: 'subscribeMessage.send', requestData: '{"touser":{"toString":1}}' }, { errcode: 40003 }],
  ])('of the older form is refused: %j', async (fields, expected) => {
    const body = JSON.stringify({ action: 'wx.api', ...fields })
    const response = await fetch(`${cloud.url}admin`, { method: 'POST', body })
    const answer = (await response.json()) as { data?: { responseData: string } }
    expect(answer.data ? JSON.parse(answer.data.responseData) : answer).toMatchObject(expected)
  })
})
