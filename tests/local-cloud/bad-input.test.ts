import { once } from 'node:events'
import { request } from 'node:http'
import { connect } from 'node:net'
import type { LocalCloud } from '../../tools/local-cloud/start-local-cloud'
import { sdkFor, startTestCloud } from '../support/local-cloud'
import { anSdkDatabase } from '../support/sdk-database'

let cloud: LocalCloud
const lines: string[] = []

beforeAll(async () => {
  cloud = await startTestCloud({
    log: (line) => lines.push(line),
    collections: {
      things: { read: 'nobody', indexes: [{ name: 'many', fields: [['many', 1]], unique: false }] },
    },
  })
})

afterAll(() => cloud.close())

/** What went wrong inside, which bad input must never be. */
afterEach(() => expect(lines.splice(0)).toEqual([]))

async function post(body: string, path = 'admin', headers: Record<string, string> = {}) {
  const response = await fetch(`${cloud.url}${path}`, { method: 'POST', body, headers })
  return { status: response.status, answer: await response.json() }
}

const ask = (fields: object) => post(JSON.stringify({ collectionName: 'things', ...fields }))
const deep = (times: number) => `${'{"a":'.repeat(times)}1${'}'.repeat(times)}`

describe('the door of the SDK', () => {
  it.each([
    ['no body', ''],
    ['no JSON', 'action=database.getDocument'],
    ['an array', '[]'],
    ['null', 'null'],
    ['no action', '{}'],
    ['an unknown action', '{"action":"database.dropEverything"}'],
    ['an action that every object has', '{"action":"constructor"}'],
    ['an action that is no text', '{"action":{"a":1}}'],
    ['a prototype', '{"__proto__":{"action":"database.getDocument"}}'],
    ['1 MB of junk', 'x'.repeat(1024 * 1024)],
    ['9 MB', JSON.stringify({ action: 'database.insertDocument', data: ['x'.repeat(9 * 1024 * 1024)] })],
    ['brackets without end', '['.repeat(200_000)],
  ])('answers %s with INVALID_PARAM', async (_name, body) => {
    expect(await post(body)).toEqual({
      status: 200,
      answer: { code: 'INVALID_PARAM', message: expect.any(String), requestId: expect.any(String) },
    })
  })

  it.each<[string, object]>([
    ['a collection that is no text', { action: 'database.getDocument', collectionName: 5 }],
    ['a collection named by a path', { action: 'database.getDocument', collectionName: '../x' }],
    ['a query that is no text', { action: 'database.getDocument', query: { a: 1 } }],
    ['a query that is no JSON', { action: 'database.getDocument', query: '{a:1}' }],
    ['a query that is no object', { action: 'database.getDocument', query: '[1]' }],
    ['a query of a thousand levels', { action: 'database.getDocument', query: deep(1000) }],
    ['a query of a hundred thousand levels', { action: 'database.getDocument', query: deep(100_000) }],
    ['a limit below zero', { action: 'database.getDocument', limit: -1 }],
    ['a limit that is a text', { action: 'database.getDocument', limit: '5' }],
    ['an order that is neither 1 nor -1', { action: 'database.getDocument', order: '{"a":"up"}' }],
    ['documents that are objects', { action: 'database.insertDocument', data: [{ a: 1 }] }],
    ['no documents', { action: 'database.insertDocument' }],
    ['an id that is a number', { action: 'database.insertDocument', data: ['{"_id":5}'] }],
    ['an id without end', { action: 'database.insertDocument', data: [`{"_id":"${'x'.repeat(3000)}"}`] }],
    ['an id that is half a character', { action: 'database.insertDocument', data: ['{"_id":"\\ud800"}'] }],
    ['a date that is none', { action: 'database.insertDocument', data: ['{"a":{"$date":"soon"}}'] }],
    [
      'a type that is not kept',
      { action: 'database.insertDocument', data: ['{"a":{"$numberDecimal":"1"}}'] },
    ],
    ['a prototype', { action: 'database.insertDocument', data: ['{"a":{"__proto__":{"polluted":1}}}'] }],
    [
      'a path to a prototype',
      { action: 'database.modifyDocument', query: '{}', data: '{"$set":{"a.__proto__.polluted":1}}' },
    ],
    [
      'a path to a constructor',
      {
        action: 'database.modifyDocument',
        query: '{}',
        data: '{"$set":{"constructor.prototype.polluted":1}}',
      },
    ],
    ['a new collection named by a path', { action: 'database.addCollection', collectionName: '../x' }],
    [
      'an event of four hundred thousand levels',
      {
        action: 'functions.invokeFunction',
        function_name: 'issues',
        request_data: `{"a":${'['.repeat(400_000)}${']'.repeat(400_000)}}`,
      },
    ],
    [
      'a call of no function',
      { action: 'functions.invokeFunction', function_name: 'x', request_data: '[1]' },
    ],
  ])('answers %s with INVALID_PARAM', async (_name, fields) => {
    expect((await ask(fields)).answer).toMatchObject({ code: 'INVALID_PARAM' })
    expect({}).not.toHaveProperty('polluted')
  })

  it.each<[string, object]>([
    ['an operator that does not exist', { action: 'database.getDocument', query: '{"a":{"$resembles":1}}' }],
    ['code in a query', { action: 'database.getDocument', query: '{"$where":"process.exit()"}' }],
    ['an update without operators', { action: 'database.modifyDocument', query: '{}', data: '{"a":1}' }],
    ['an update of the id', { action: 'database.modifyDocument', query: '{}', data: '{"$set":{"_id":"b"}}' }],
    [
      'an operator of no update',
      { action: 'database.modifyDocument', query: '{}', data: '{"$grow":{"a":1}}' },
    ],
    ['a document with an operator', { action: 'database.insertDocument', data: ['{"$set":{"a":1}}'] }],
  ])('answers %s with DATABASE_REQUEST_FAILED and stores nothing', async (_name, fields) => {
    const things = anSdkDatabase(cloud).collection('things')
    await ask({ action: 'database.modifyDocument', merge: false, query: '{"_id":"a"}', data: '{"text":"t"}' })
    expect((await ask(fields)).answer).toMatchObject({ code: 'DATABASE_REQUEST_FAILED' })
    expect((await things.get()).data).toEqual([{ _id: 'a', text: 't' }])
  })

  it('does not know a transaction that it has not started', async () => {
    for (const action of ['getDocument', 'commitTransaction', 'abortTransaction'])
      expect(
        (await ask({ action: `database.${action}`, collectionName: 'issues', transactionId: 'T1' })).answer,
      ).toMatchObject({ code: 'DATABASE_TRANSACTION_FAIL' })
  })

  it('gives no more than 1000 documents, however many are asked for', async () => {
    const data = Array.from({ length: 1001 }, (_, at) => JSON.stringify({ many: at }))
    await ask({ action: 'database.insertDocument', data })
    const { answer } = await ask({
      action: 'database.getDocument',
      query: '{"many":{"$gte":0}}',
      limit: 5000,
    })
    expect((answer as { data: { list: string[] } }).data.list).toHaveLength(1000)
    await ask({ action: 'database.removeDocument', query: '{"many":{"$gte":0}}', multi: true })
  })

  it('takes only POST', async () => {
    expect((await fetch(cloud.adminUrl)).status).toBe(405)
  })

  it('is closed to every page of a browser, also to its own', async () => {
    for (const origin of ['https://example.com', cloud.url.slice(0, -1), 'null'])
      expect((await fetch(cloud.adminUrl, { method: 'POST', body: '{}', headers: { origin } })).status).toBe(
        403,
      )
  })
})

it('takes no notice of a caller who goes away in the middle of a request', async () => {
  const socket = connect(cloud.port, '127.0.0.1')
  const head = `POST /admin HTTP/1.1\r\nHost: 127.0.0.1:${cloud.port}\r\nContent-Length: 100\r\n\r\n`
  await new Promise<void>((resolve) => socket.write(`${head}{"action"`, () => resolve()))
  expect((await post('{}')).status).toBe(200)
  const isClosed = once(socket, 'close')
  socket.destroy()
  await isClosed
  expect((await post('{}')).status).toBe(200)
})

describe('every door', () => {
  const statusFor = (host: string, path: string) =>
    new Promise<number | undefined>((resolve, reject) => {
      const sent = request(`${cloud.url}${path}`, { method: 'POST', headers: { host } }, (response) => {
        response.resume()
        resolve(response.statusCode)
      })
      sent.on('error', reject).end('{}')
    })

  it.each(['admin', 'client/callFunction', ''])(
    'refuses a foreign host name that leads here: /%s',
    async (path) => {
      expect(await statusFor(`evil.example:${cloud.port}`, path)).toBe(403)
      expect(await statusFor(`127.0.0.1.evil.example`, path)).toBe(403)
      expect(await statusFor(`localhost:${cloud.port}`, path)).not.toBe(403)
    },
  )
})

it('shows the SDK a missing collection as the cloud does', async () => {
  const nowhere = anSdkDatabase(cloud).collection('nowhere')
  const expected = {
    errCode: -502005,
    errMsg: expect.stringContaining('[ResourceNotFound] Db or Table not exist: nowhere'),
  }
  await expect(nowhere.get()).rejects.toMatchObject(expected)
  await expect(nowhere.count()).rejects.toMatchObject(expected)
  await expect(nowhere.add({ data: {} })).rejects.toMatchObject(expected)
  await expect(nowhere.doc('a').update({ data: { a: 1 } })).rejects.toMatchObject(expected)
  await expect(nowhere.where({ a: 1 }).remove()).rejects.toMatchObject(expected)
})

it('shows the SDK a missing function as the cloud does', async () => {
  await expect(sdkFor(cloud).callFunction({ name: 'nowhere', data: {} })).rejects.toMatchObject({
    errCode: -1,
    code: 'FUNCTION_NOT_FOUND',
    message: expect.stringMatching(/^callFunction:fail .*FunctionName parameter could not be found/),
  })
})
