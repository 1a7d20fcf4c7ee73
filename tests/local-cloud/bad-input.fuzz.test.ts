import { request as httpRequest } from 'node:http'
import { buffer } from 'node:stream/consumers'
import fc from 'fast-check'
import { ERR_CODES } from '../../tools/local-cloud/cloud-error'
import type { LocalCloud } from '../../tools/local-cloud/start-local-cloud'
import { startFixtureCloud } from '../support/fixture-functions'
import { goodActions, goodInspectorCalls, goodPhoneCalls, openApiBytes } from '../support/good-requests'
import { type Damage, damage, damaged, mutate, mutation } from '../support/hostile'
import { sdkFor } from '../support/local-cloud'
import { seeds } from '../support/seeds'

let cloud: LocalCloud
let good: Buffer
const lines: string[] = []

beforeAll(async () => {
  cloud = await startFixtureCloud({
    log: (line) => lines.push(line),
    collections: {
      things: {
        read: 'nobody',
        indexes: [
          { name: 'n', fields: [['n', 1]], unique: true },
          { name: 'tags', fields: [['tags', 1]], unique: false },
        ],
      },
    },
    wechat: {
      account: 'gh_test',
      templates: { issue: { title: '内容更新提醒', kind: 'one-time', fields: { thing1: '刊物' } } },
      pushTo: null,
    },
  })
  const documents = ['{"_id":"one","n":1,"text":"t","tags":["a"]}', '{"_id":"two","n":2,"tags":["a","b"]}']
  await post(
    'admin',
    JSON.stringify({ action: 'database.insertDocument', collectionName: 'things', data: documents }),
  )
  await (sdkFor(cloud).uploadFile as unknown as (file: object) => Promise<unknown>)({
    cloudPath: 'folder/kept.txt',
    fileContent: Buffer.from('kept'),
  })
  cloud.wechat.grant(['reader-1'], 'issue', 3)
  good = await dump()
})

afterAll(() => cloud.close())

/** Back to how everything was: what was accepted is none of the next one's business. */
afterEach(async () => {
  await cloud.faults.clear()
  cloud.clock.reset()
  expect((await send('POST', '_cloud/import', good)).status).toBe(204)
})

type Answer = { status: number; contentType: string; bytes: Buffer }

function send(
  method: string,
  path: string,
  body: Buffer | string = '',
  headers: Record<string, string> = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = httpRequest(
      { host: '127.0.0.1', port: cloud.port, path: `/${path}`, method, headers },
      (response) =>
        void buffer(response).then(
          (bytes) =>
            resolve({
              status: response.statusCode ?? 0,
              contentType: response.headers['content-type'] ?? '',
              bytes,
            }),
          reject,
        ),
    )
    request.on('error', reject).end(body)
  })
}

const post = (path: string, body: Buffer | string, headers: Record<string, string> = {}) =>
  send('POST', path, body, headers)

/** All that is stored. */
const dump = async () => (await send('GET', '_cloud/export')).bytes

/** What a function itself prints or throws is its own affair. */
function expectNothingWrongInside(): void {
  expect(lines.splice(0).filter((line) => !/^\[\w+\] /u.test(line))).toEqual([])
}

/** Words for whoever sent it: a sentence, with nothing of this machine in it. */
function expectWords(words: unknown): void {
  expect(words).toEqual(expect.stringMatching(/./u))
  expect(words).not.toContain(process.cwd())
  expect(words).not.toContain('node_modules')
}

const isStack = (words: string) => /\n\s+at /u.test(words)

type AdminAnswer = {
  code?: string
  message?: string
  requestId?: string
  data?: unknown
  transactionId?: string
}

/** Answers whether it was refused. */
function expectAdminForm({ status, contentType, bytes }: Answer): AdminAnswer {
  expect(status).toBe(200)
  expect(bytes.length).toBeGreaterThan(0)
  // Protobufs of `cloud.openapi` are its own answers, refusals by WeChat among them.
  if (!contentType.startsWith('application/json')) return {}
  const answer = JSON.parse(bytes.toString()) as AdminAnswer
  expect(answer.requestId).toEqual(expect.any(String))
  if (answer.code === undefined) expect(answer.data ?? answer.transactionId).toBeDefined()
  else {
    expect(Object.keys(ERR_CODES)).toContain(answer.code)
    expect(answer.code).not.toBe('SYS_ERR')
    expectWords(answer.message)
    if (answer.code !== 'FUNCTIONS_EXECUTE_FAIL') expect(isStack(String(answer.message))).toBe(false)
  }
  return answer
}

function expectPhoneForm({ status, contentType, bytes }: Answer): { errCode?: number } {
  expect(status).toBe(200)
  expect(contentType).toContain('application/json')
  const answer = JSON.parse(bytes.toString()) as { errCode?: number; errMsg?: string }
  if (answer.errCode === undefined) return answer
  expect(answer.errCode).not.toBe(ERR_CODES.SYS_ERR)
  expectWords(answer.errMsg)
  return answer
}

/** Those that never change what is stored, whatever they answer. */
const READS = [
  'database.getDocument',
  'database.calculateDocument',
  'database.aggregateDocuments',
  'storage.batchGetDownloadUrl',
]

/** Of several documents those before the one that is refused stay changed, as in MongoDB. */
function mayHaveChangedSome(fields: unknown): boolean {
  const { data, multi } = (fields ?? {}) as { data?: unknown; multi?: unknown }
  return multi === true || (Array.isArray(data) && data.length > 1)
}

const mutations = fc.array(mutation, { minLength: 1, maxLength: 3 })
const header = fc.constantFrom('application/json', 'text/plain', '', 'application/json; charset=gb2312')

type Run = { seed: number; numRuns: number; endOnFailure: boolean }
const runs = (seed: number, numRuns: number): Run => ({ seed, numRuns, endOnFailure: true })

jest.setTimeout(120_000)

describe.each(seeds(2))('seed %d', (seed) => {
  it('every action answers in the form of the cloud, and what is refused changes nothing', async () => {
    const request = fc.record({
      action: fc.constantFrom(...Object.keys(goodActions)),
      mutations,
      damages: fc.array(damage, { maxLength: 1 }),
      type: header,
    })
    await fc.assert(
      fc.asyncProperty(request, async ({ action, mutations: all, damages, type }) => {
        const fields = all.reduce<unknown>(mutate, { action, ...goodActions[action] })
        const text = Buffer.from(JSON.stringify(fields) ?? '')
        const body = damages.reduce(damaged, text)
        const before = await dump()
        const answer = expectAdminForm(await post('admin', body, { 'content-type': type }))
        expectNothingWrongInside()
        const isRefused = answer.code !== undefined && !mayHaveChangedSome(fields)
        const { action: name } = (fields ?? {}) as { action?: string }
        if (isRefused || READS.includes(name ?? '')) expect((await dump()).equals(before)).toBe(true)
      }),
      runs(seed, 150),
    )
    expect({}).not.toHaveProperty('polluted')
  })

  it('so does the form with a protobuf', async () => {
    const params = { touser: 'reader-1', template_id: 'issue', page: '', data: { thing1: { value: 'x' } } }
    const request = fc.record({
      api: fc.constantFrom('subscribeMessage.send', 'wxacode.getUnlimited', 'constructor', ''),
      mutations: fc.array(mutation, { maxLength: 2 }),
      inner: fc.array(damage, { maxLength: 2 }),
      outer: fc.array(damage, { maxLength: 1 }),
    })
    await fc.assert(
      fc.asyncProperty(request, async ({ api, mutations: all, inner, outer }) => {
        const sent = all.reduce<unknown>(mutate, params)
        const bytes = openApiBytes(Object.fromEntries(Object.entries(sent ?? {})))
        const form = Buffer.concat([
          part('action', 'wx.openApi'),
          part('apiName', api),
          part('requestData', inner.reduce(damaged, bytes), 'Content-Type: application/octet-stream\r\n'),
          Buffer.from('--XX--\r\n'),
        ])
        const type = 'multipart/form-data; boundary=XX'
        const before = await dump()
        const answer = expectAdminForm(
          await post('admin', outer.reduce(damaged, form), { 'content-type': type }),
        )
        expectNothingWrongInside()
        if (answer.code !== undefined) expect((await dump()).equals(before)).toBe(true)
      }),
      runs(seed, 100),
    )
  })

  it('so does every call of a phone', async () => {
    const request = fc.record({
      name: fc.constantFrom(...Object.keys(goodPhoneCalls)),
      mutations,
      damages: fc.array(damage, { maxLength: 1 }),
      openid: fc.constantFrom('reader-1', 'reader-2', '', '__proto__', 'x'.repeat(65), '1e9', '007'),
    })
    await fc.assert(
      fc.asyncProperty(request, async ({ name, mutations: all, damages, openid }) => {
        const text = Buffer.from(JSON.stringify(all.reduce<unknown>(mutate, goodPhoneCalls[name])) ?? '')
        const before = await dump()
        const answer = expectPhoneForm(
          await post(`client/${name}`, damages.reduce(damaged, text), { 'x-local-openid': openid }),
        )
        expectNothingWrongInside()
        if (answer.errCode !== undefined) expect((await dump()).equals(before)).toBe(true)
      }),
      runs(seed, 100),
    )
  })

  it('so does every upload of a phone', async () => {
    const path = fc.oneof(
      fc.constantFrom(
        'folder/new.txt',
        '',
        '..',
        '../x',
        'a//b',
        '/a',
        'a/',
        '%00',
        '.',
        'x'.repeat(2000),
        '长',
      ),
      fc.string({ unit: 'binary', maxLength: 20 }),
    )
    const request = fc.record({ path, damages: fc.array(damage, { maxLength: 2 }), type: header })
    const form = Buffer.concat([
      Buffer.from('--XX\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\nbytes\r\n'),
      Buffer.from('--XX--\r\n'),
    ])
    await fc.assert(
      fc.asyncProperty(request, async ({ path: cloudPath, damages, type }) => {
        const query = new URLSearchParams({ cloudPath })
        const headers = {
          'content-type': type === '' ? 'multipart/form-data; boundary=XX' : type,
          'x-local-openid': 'reader-1',
        }
        const before = await dump()
        const sent = damages.reduce(damaged, form)
        const answer = expectPhoneForm(await post(`client/uploadFile?${query}`, sent, headers))
        expectNothingWrongInside()
        if (answer.errCode !== undefined) expect((await dump()).equals(before)).toBe(true)
      }),
      runs(seed, 60),
    )
  })

  it('so does every call of the inspector, in its own form', async () => {
    const request = fc.record({
      name: fc.constantFrom(...Object.keys(goodInspectorCalls)),
      mutations,
      damages: fc.array(damage, { maxLength: 1 }),
    })
    await fc.assert(
      fc.asyncProperty(request, async ({ name, mutations: all, damages }) => {
        const text = Buffer.from(JSON.stringify(all.reduce<unknown>(mutate, goodInspectorCalls[name])) ?? '')
        const before = await dump()
        const { status, bytes } = await post(`_cloud/api/${name}`, damages.reduce(damaged, text))
        await cloud.faults.clear()
        cloud.clock.reset()
        await cloud.functions.idle()
        expectNothingWrongInside()
        expect([200, 400]).toContain(status)
        if (status === 200) return
        const { error } = JSON.parse(bytes.toString()) as { error: { code: string; message: string } }
        expect(error.code).toEqual(expect.any(String))
        expectWords(error.message)
        expect((await dump()).equals(before)).toBe(true)
      }),
      runs(seed, 100),
    )
  })

  it('so do addresses of files, and nothing but files comes out', async () => {
    const address = fc.oneof(
      fc.constantFrom(
        '%',
        '%00',
        '..%2f..%2fpackage.json',
        'folder/kept.txt',
        '?sign=1',
        'folder/kept.txt?sign=x&t=1',
      ),
      fc.string({ maxLength: 30 }).map(encodeURI),
    )
    const method = fc.constantFrom('GET', 'PUT', 'POST', 'HEAD', 'DELETE')
    const door = fc.constantFrom(
      'cos/',
      'dl/',
      '_cloud/file?path=',
      '_cloud/api/document?collection=things&id=',
    )
    await fc.assert(
      fc.asyncProperty(door, address, method, async (at, path, how) => {
        const before = await dump()
        const { status } = await send(how, `${at}${path}`, how === 'PUT' || how === 'POST' ? 'bytes' : '')
        expect([200, 400, 403, 404, 405]).toContain(status)
        expectNothingWrongInside()
        expect((await dump()).equals(before)).toBe(true)
      }),
      runs(seed, 100),
    )
  })

  it('an import that is damaged is refused whole', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array<Damage>(damage, { minLength: 1, maxLength: 2 }), async (damages) => {
        const before = await dump()
        const { status, bytes } = await post('_cloud/import', damages.reduce(damaged, before))
        expectNothingWrongInside()
        if (status === 204) return
        expect(status).toBe(400)
        expectWords((JSON.parse(bytes.toString()) as { error: { message: string } }).error.message)
        expect((await dump()).equals(before)).toBe(true)
      }),
      runs(seed, 40),
    )
  })
})

function part(name: string, value: Buffer | string, headers = ''): Buffer {
  return Buffer.concat([
    Buffer.from(`--XX\r\nContent-Disposition: form-data; name="${name}"\r\n${headers}\r\n`),
    Buffer.from(value),
    Buffer.from('\r\n'),
  ])
}
