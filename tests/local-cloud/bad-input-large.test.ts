import type { LocalCloud } from '../../tools/local-cloud/start-local-cloud'
import { callFromPhone, startFixtureCloud } from '../support/fixture-functions'
import { sdkFor } from '../support/local-cloud'
import { ask, manyBytes } from '../support/raw-http'

const MB = 1024 * 1024

let cloud: LocalCloud
const lines: string[] = []

beforeAll(async () => {
  cloud = await startFixtureCloud({ log: (line) => lines.push(line) })
})

afterAll(() => cloud.close())

/** What went wrong inside, which a large body must never be. */
afterEach(() => expect(lines.splice(0)).toEqual([]))

const dump = async () => (await ask(cloud, '/_cloud/export', { method: 'GET' })).text

type Body = { head: string; tail: string; type?: string }

const junk: Body = { head: '', tail: '' }
const json: Body = {
  head: '{"action":"database.insertDocument","collectionName":"things","data":["',
  tail: '"]}',
}
const call: Body = { head: '{"name":"faulty","data":{"text":"', tail: '"}}' }
const form: Body = {
  head: '--XX\r\nContent-Disposition: form-data; name="requestData"\r\nContent-Type: application/octet-stream\r\n\r\n',
  tail: '\r\n--XX--\r\n',
  type: 'multipart/form-data; boundary=XX',
}
const file: Body = {
  ...form,
  head: '--XX\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\n',
}

const SDK = /^\{"code":"INVALID_PARAM","message":"The request is too large\."/u
const PHONE = /^\{"errCode":-501007,"errMsg":"[^"]*The request is too large\."\}$/u
const INSPECTOR = /^\{"error":\{"code":"INVALID_PARAM","message":"The request is too large\."\}\}$/u

/** At `size` MB, by which method, where, what, and what is answered. */
const refused: [size: number, path: string, name: string, body: Body, answer: RegExp][] = [
  [50, '/admin', 'an insert', json, SDK],
  [50, '/admin', 'a form', form, SDK],
  [50, '/admin', 'junk', junk, SDK],
  [50, '/admin/nobody', 'junk of no instance', junk, SDK],
  [50, '/client/callFunction', 'an event', call, PHONE],
  [2, '/client/callFunction', 'an event', call, PHONE],
  [50, '/client/requestSubscribeMessage', 'junk', junk, PHONE],
  [50, '/client/answerSubscribePanel', 'junk', junk, PHONE],
  [50, '/client/getTempFileURL', 'junk', junk, PHONE],
  [50, '/client/deleteFile', 'junk', junk, PHONE],
  [
    50,
    '/client/uploadFile?cloudPath=../a',
    'a file to nowhere',
    file,
    /^\{"errCode":-5\d{5},"errMsg":"[^"]+"\}$/u,
  ],
  [
    50,
    '/client/uploadFile?cloudPath=a',
    'a file that is no form',
    junk,
    /^\{"errCode":-501007,"errMsg":"[^"]+"\}$/u,
  ],
  [
    101,
    '/client/uploadFile?cloudPath=a',
    'a file',
    file,
    /^\{"errCode":-503001,"errMsg":"[^"]*larger than [^"]+"\}$/u,
  ],
  [50, '/_cloud/api/faults/add', 'junk', junk, INSPECTOR],
  [50, '/_cloud/import', 'junk', junk, /^\{"error":\{"code":"INVALID_PARAM","message":"Line 1 /u],
]

it.each(refused)('%d MB at %s are refused in its own form: %s', async (size, path, _name, body, answer) => {
  const before = await dump()
  const { head, tail, type = 'application/json' } = body
  const { text } = await ask(cloud, path, {
    headers: { 'content-type': type, 'x-local-openid': 'reader-1' },
    body: manyBytes(size * MB, { head, tail }),
  })
  expect(text).toMatch(answer)
  expect(await dump()).toBe(before)
})

it('50 MB are refused by object storage where nobody has asked to put them', async () => {
  const { status, text } = await ask(cloud, '/cos/a', { method: 'PUT', body: manyBytes(50 * MB) })
  expect([status, text]).toEqual([200, expect.stringMatching(/<Error>.*<Code>.*<Message>/su)])
  expect(cloud.files.list()).toEqual([])
})

it.each(['/dl/a', '/_cloud/api/faults', '/'])(
  '50 MB that come with a question of %s are nobody’s',
  async (path) => {
    const { status } = await ask(cloud, path, { method: 'GET', body: manyBytes(50 * MB) })
    expect(status).toBeLessThan(500)
  },
)

it.each<[string, string, string]>([
  ['/client/callFunction', 'another page', 'This page may not come in here.\n'],
  ['/', 'nothing', 'This address takes GET only.\n'],
])('50 MB at %s of %s are read to their end, so that the answer arrives', async (path, from, words) => {
  const headers = { ...(from === 'another page' && { origin: 'https://evil.example' }) }
  expect((await ask(cloud, path, { headers, body: manyBytes(50 * MB) })).text).toBe(words)
})

describe('where a file may be that large', () => {
  afterEach(async () => {
    for (const { path } of cloud.files.list()) await cloud.files.remove(path, 'server')
  })

  it('a phone uploads 50 MB', async () => {
    const { head, tail, type = '' } = file
    const { text } = await ask(cloud, '/client/uploadFile?cloudPath=a', {
      headers: { 'content-type': type, 'x-local-openid': 'reader-1' },
      body: manyBytes(50 * MB, { head, tail }),
    })
    expect(JSON.parse(text)).toMatchObject({ fileID: expect.any(String) })
    expect(cloud.files.list()).toMatchObject([{ path: 'a', size: 50 * MB }])
  })

  it('a server uploads 50 MB', async () => {
    const upload = sdkFor(cloud).uploadFile as unknown as (file: object) => Promise<{ fileID: string }>
    await upload({ cloudPath: 'a', fileContent: Buffer.alloc(50 * MB) })
    expect(cloud.files.list()).toMatchObject([{ path: 'a', size: 50 * MB }])
  })
})

describe('what is as large as may be', () => {
  it('is taken whole: an event and a result of 1 MB of a phone', async () => {
    const text = 'x'.repeat(MB - 100)
    expect(await callFromPhone(cloud, 'faulty', { text })).toEqual({ result: expect.any(Number) })
  })

  it('is taken whole: a document of 7 MB from the SDK', async () => {
    const things = sdkFor(cloud).database().collection('things')
    await things.add({ data: { _id: 'large', text: 'x'.repeat(7 * MB) } } as never)
    expect((await things.count()) as unknown).toMatchObject({ total: 1 })
    await things.where({ _id: 'large' } as never).remove()
  })
})

it('is none of the memory’s business, however much comes', async () => {
  const used = () => {
    const { heapUsed, external } = process.memoryUsage()
    return heapUsed + external
  }
  const before = used()
  let most = 0
  const each = () => {
    most = Math.max(most, used())
  }
  const bodies = Array.from({ length: 8 }, () =>
    ask(cloud, '/admin', { body: manyBytes(50 * MB, { ...json, each }) }),
  )
  for (const { text } of await Promise.all(bodies)) expect(text).toMatch(SDK)
  // Each may be held up to the 8 MB that are allowed, in either of the two ways that it is passed on.
  expect(most - before).toBeLessThan(200 * MB)
})
