import { readdirSync } from 'node:fs'
import { request } from 'node:http'
import {
  cutOff,
  failed,
  fileId,
  type StorageCloud,
  startStorageCloud,
  uploadAsPhone,
} from '../support/storage-cloud'

/** Many megabytes take their time on a busy machine. */
jest.setTimeout(60_000)

let cloud: StorageCloud

beforeAll(async () => {
  cloud = await startStorageCloud()
})
afterAll(() => cloud.close())

const ANNA = { openid: 'anna' }

/** A file of a server's and one of Anna's. */
const before = { 'server.txt': 'of the server', 'anna.txt': "Anna's" }

beforeEach(async () => {
  await cloud.store({ 'server.txt': 'of the server' })
  expect(await uploadAsPhone(cloud, 'anna.txt', "Anna's", ANNA)).toHaveProperty('fileID')
})
afterEach(() => {
  expect(cloud.strays()).toEqual([])
  expect(cloud.log.splice(0)).toEqual([])
})

const FORM = 'multipart/form-data; boundary=B'
const HEAD = '--B\r\ncontent-disposition: form-data; name="file"; filename="x"\r\n\r\n'

describe('a form', () => {
  it.each([
    ['without a body', '', FORM],
    ['without a part', '--B--\r\n', FORM],
    [
      'with a field in place of the file',
      '--B\r\ncontent-disposition: form-data; name="file"\r\n\r\nx\r\n--B--\r\n',
      FORM,
    ],
    ['that is cut within the head of its file', '--B\r\ncontent-disposition: form-da', FORM],
    ['that is cut within its file', `${HEAD}the beginning`, FORM],
    ['that is cut within its last boundary', `${HEAD}the whole file\r\n--B`, FORM],
    [
      'that is cut after its file',
      `${HEAD}the whole file\r\n--B\r\ncontent-disposition: form-data; name="x"\r\n\r\ny`,
      FORM,
    ],
    ['with another boundary than it says', `${HEAD.replace('--B', '--C')}x\r\n--C--\r\n`, FORM],
    ['that says no boundary', `${HEAD}x\r\n--B--\r\n`, 'multipart/form-data'],
    ['that says no type', `${HEAD}x\r\n--B--\r\n`, ''],
    ['that is JSON', '{"file":"x"}', 'application/json'],
    ['that is a form of another kind', 'file=x', 'application/x-www-form-urlencoded'],
    ['that is 10 MB of something else', 'x'.repeat(10 * 1024 * 1024), FORM],
  ])('%s leaves everything as it was', async (_name, form, type) => {
    for (const path of ['anna.txt', 'new.txt'])
      expect(await uploadAsPhone(cloud, path, { form, type }, ANNA)).toEqual(failed('uploadFile', -501007))
    expect(await cloud.stored()).toEqual(before)
  })

  it('with two files gives the first', async () => {
    const form = `${HEAD}one\r\n${HEAD}two\r\n--B--\r\n`
    expect(await uploadAsPhone(cloud, 'new.txt', { form, type: FORM }, ANNA)).toMatchObject({
      statusCode: 200,
    })
    expect(await cloud.stored()).toEqual({ ...before, 'new.txt': 'one' })
  })

  it('whose sender goes away in its middle leaves everything as it was', async () => {
    const count = () => readdirSync(cloud.bytesFolder).length
    const whole = count()
    await cutOff(
      `${cloud.url}client/uploadFile?cloudPath=anna.txt`,
      {
        method: 'POST',
        headers: { 'x-local-openid': 'anna', 'content-type': FORM },
        part: `${HEAD}${'x'.repeat(1024 * 1024)}`,
      },
      () => count() > whole,
    )
    while (count() > whole) await new Promise(setImmediate)
    expect(await cloud.stored()).toEqual(before)
  })
})

describe.each(['uploadFile?cloudPath=new.txt', 'getTempFileURL', 'deleteFile'])('the door of %s', (path) => {
  const form = `${HEAD}x\r\n--B--\r\n`
  const json = JSON.stringify({ fileList: [fileId('anna.txt')] })
  const isUpload = path.startsWith('uploadFile')

  /** With any headers, also those that fetch keeps for itself. */
  const statusWith = (headers: Record<string, string>, method = 'POST') =>
    new Promise<number | undefined>((resolve, reject) => {
      const type = isUpload ? { 'content-type': FORM } : {}
      const options = { method, headers: { 'x-local-openid': 'anna', ...type, ...headers } }
      request(`${cloud.url}client/${path}`, options, (response) => resolve(response.resume().statusCode))
        .on('error', reject)
        .end(isUpload ? form : json)
    })

  it('opens to our own page and to the developer tools', async () => {
    expect(await statusWith({ origin: cloud.url.slice(0, -1) })).toBe(200)
    const tools = {
      origin: 'http://127.0.0.1:30000',
      referer: 'https://servicewechat.com/wx0/devtools/page.html',
    }
    expect(await statusWith(tools)).toBe(200)
  })

  it.each<[string, Record<string, string>]>([
    ['a page of another site', { origin: 'https://example.com' }],
    ['a page without a site', { origin: 'null' }],
    ['a page of another port', { origin: 'http://127.0.0.1:1' }],
    ['a form of another site', { 'sec-fetch-site': 'cross-site' }],
    ['who calls this machine by another name', { host: 'example.com' }],
    ['a name that begins like this machine', { host: '127.0.0.1.example.com' }],
    [
      'a page that only looks like the developer tools',
      { origin: 'https://example.com', referer: 'https://servicewechat.com.example/' },
    ],
  ])('is closed to %s', async (_name, headers) => {
    expect(await statusWith(headers)).toBe(403)
    expect(await cloud.stored()).toEqual(before)
  })

  it.each(['GET', 'PUT', 'DELETE'])('takes no %s', async (method) => {
    expect(await statusWith({}, method)).toBe(405)
    expect(await cloud.stored()).toEqual(before)
  })
})
