import { readdirSync } from 'node:fs'
import { request } from 'node:http'
import { cutOff, fileId, type StorageCloud, startStorageCloud } from '../support/storage-cloud'

/** Many megabytes take their time on a busy machine. */
jest.setTimeout(60_000)

let cloud: StorageCloud

beforeAll(async () => {
  cloud = await startStorageCloud()
})
afterAll(() => cloud.close())
beforeEach(async () => {
  cloud.clock.reset()
  await cloud.store({ 'a.txt': 'a', 'b.txt': 'b', '文.html': '<p>文</p>' })
})
afterEach(() => {
  expect(cloud.strays()).toEqual([])
  expect(cloud.log.splice(0)).toEqual([])
})

describe('the address of a file', () => {
  async function linkTo(path: string, maxAge = 60): Promise<URL> {
    const asked = [{ fileID: fileId(path), maxAge }]
    const [file] = (await cloud.sdk.getTempFileURL({ fileList: asked })).fileList
    return new URL(file?.tempFileURL ?? '')
  }

  const statusOf = async (url: URL | string) => (await fetch(url)).status

  it('gives the file with its type, and lets a page in it do nothing', async () => {
    const response = await fetch(await linkTo('文.html'))
    expect(response.status).toBe(200)
    expect(await response.text()).toBe('<p>文</p>')
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'text/html',
      'content-length': String(Buffer.byteLength('<p>文</p>')),
      'cache-control': 'no-store',
      'content-security-policy': expect.stringMatching(/default-src 'none'.*sandbox/u),
      'x-content-type-options': 'nosniff',
    })
  })

  it('holds until its time is over, by the clock of the cloud, and not a moment longer', async () => {
    const link = await linkTo('a.txt', 3600)
    const until = Number(link.searchParams.get('t'))
    cloud.clock.jumpTo(until - 60_000)
    expect(await statusOf(link)).toBe(200)
    cloud.clock.jumpTo(until)
    expect(await statusOf(link)).toBe(403)
    cloud.clock.jumpTo(until - 60_000)
    expect(await statusOf(link)).toBe(200)
  })

  it.each<[string, (link: URL, other: URL) => unknown]>([
    ['no signature', (link) => link.searchParams.delete('sign')],
    ['an empty signature', (link) => link.searchParams.set('sign', '')],
    ['the signature of another file', (link, other) => link.searchParams.set('sign', signOf(other))],
    ['something after the signature', (link) => link.searchParams.set('sign', `${signOf(link)}zz`)],
    ['a part of the signature', (link) => link.searchParams.set('sign', signOf(link).slice(0, 32))],
    ['the signature in capitals', (link) => link.searchParams.set('sign', signOf(link).toUpperCase())],
    ['a signature that is no hexadecimal number', (link) => link.searchParams.set('sign', '文'.repeat(64))],
    ['no time', (link) => link.searchParams.delete('t')],
    ['a later time', (link) => link.searchParams.set('t', String(Number(link.searchParams.get('t')) + 1))],
    ['no end', (link) => link.searchParams.set('t', 'Infinity')],
    [
      'another path',
      (link) => {
        link.pathname = '/dl/b.txt'
      },
    ],
    [
      'a path that only looks the same',
      (link) => {
        link.pathname = '/dl/A.txt'
      },
    ],
  ])('opens nothing with %s', async (_name, forge) => {
    const link = await linkTo('a.txt')
    // Without it every refusal would pass.
    expect(await statusOf(link)).toBe(200)
    forge(link, await linkTo('b.txt'))
    expect(await statusOf(link)).toBe(403)
  })

  const signOf = (link: URL) => link.searchParams.get('sign') ?? ''

  it('gives the new file once it is replaced, and nothing once it is deleted', async () => {
    const link = await linkTo('a.txt')
    await cloud.sdk.uploadFile({ cloudPath: 'a.txt', fileContent: Buffer.from('new') })
    expect(await (await fetch(link)).text()).toBe('new')
    await cloud.sdk.deleteFile({ fileList: [fileId('a.txt')] })
    expect(await statusOf(link)).toBe(404)
  })

  it('gives the old file to its end to who had begun to read it when it was replaced', async () => {
    const size = 8 * 1024 * 1024
    await cloud.sdk.uploadFile({ cloudPath: 'a.txt', fileContent: Buffer.alloc(size, 'o') })
    const old = await fetch(await linkTo('a.txt'))
    await cloud.sdk.uploadFile({ cloudPath: 'a.txt', fileContent: Buffer.alloc(size, 'n') })
    expect(Buffer.from(await old.arrayBuffer()).equals(Buffer.alloc(size, 'o'))).toBe(true)
  })

  it('takes it well that a reader goes away in the middle', async () => {
    await cloud.sdk.uploadFile({ cloudPath: 'a.txt', fileContent: Buffer.alloc(8 * 1024 * 1024) })
    const reading = new AbortController()
    const response = await fetch(await linkTo('a.txt'), { signal: reading.signal })
    reading.abort()
    await expect(response.arrayBuffer()).rejects.toThrow('abort')
    expect(await (await fetch(await linkTo('b.txt'))).text()).toBe('b')
  })

  it('is closed to the pages of others', async () => {
    const link = await linkTo('a.txt')
    const status = (headers: Record<string, string>) =>
      new Promise((resolve, reject) => {
        request(link, { headers }, (response) => resolve(response.resume().statusCode))
          .on('error', reject)
          .end()
      })
    expect(await status({})).toBe(200)
    expect(await status({ origin: 'https://example.com' })).toBe(403)
    expect(await status({ 'sec-fetch-site': 'cross-site' })).toBe(403)
    expect(await status({ host: 'example.com' })).toBe(403)
  })
})

describe('the right to upload a file', () => {
  type Grant = { url: string; authorization: string }

  /** What the SDK asks for before it sends the bytes. */
  async function grantFor(path: string): Promise<Grant> {
    const response = await fetch(cloud.adminUrl, {
      method: 'POST',
      body: JSON.stringify({ action: 'storage.getUploadMetadata', path, method: 'put' }),
    })
    return ((await response.json()) as { data: Grant }).data
  }

  async function put({ url, authorization }: Grant, body = 'new') {
    const response = await fetch(url, { method: 'PUT', headers: { authorization }, body })
    return { status: response.status, text: await response.text() }
  }

  const TAKEN = { status: 200, text: '' }
  /** All of it, or the SDK would fail in another way. */
  const DENIED = {
    status: 200,
    text: expect.stringMatching(
      /<Error><Code>AccessDenied<\/Code><Message>[^<]+<\/Message>\s*<RequestId>[^<]+<\/RequestId><TraceId>[^<]+<\/TraceId><\/Error>/u,
    ),
  }
  const before = { 'a.txt': 'a', 'b.txt': 'b', '文.html': '<p>文</p>' }

  it('is good for one upload', async () => {
    const grant = await grantFor('a.txt')
    expect(await put(grant, 'first')).toEqual(TAKEN)
    expect(await put(grant, 'second')).toEqual(DENIED)
    expect(await cloud.stored()).toEqual({ ...before, 'a.txt': 'first' })
  })

  it('is given anew for each upload of the same file', async () => {
    const [one, two] = [await grantFor('a.txt'), await grantFor('a.txt')]
    expect(await put(two, 'two')).toEqual(TAKEN)
    expect(await put(one, 'one')).toEqual(TAKEN)
    expect(await cloud.stored()).toEqual({ ...before, 'a.txt': 'one' })
  })

  it.each<[string, (grant: Grant, other: Grant) => Grant]>([
    ['for another file', (grant, other) => ({ ...grant, url: other.url })],
    ['with another path in its address', (grant) => ({ ...grant, url: grant.url.replace('a.txt', 'c.txt') })],
    [
      'with another spelling of its path',
      (grant) => ({ ...grant, url: grant.url.replace('a.txt', 'x%2f..%2fa.txt') }),
    ],
    ['with a path that is no text', (grant) => ({ ...grant, url: grant.url.replace('a.txt', '%ff') })],
    ['without its word', (grant) => ({ ...grant, authorization: '' })],
    ['with a part of its word', (grant) => ({ ...grant, authorization: grant.authorization.slice(0, -1) })],
    ['with a word of its own', (grant) => ({ ...grant, authorization: 'x'.repeat(32) })],
  ])('is none %s', async (_name, forge) => {
    const grant = await grantFor('a.txt')
    const forged = forge(grant, await grantFor('b.txt'))
    expect(await put(forged)).toEqual(DENIED)
    expect(await cloud.stored()).toEqual(before)
  })

  it('ends after a quarter of an hour, by the clock of the cloud', async () => {
    const QUARTER = 15 * 60 * 1000
    const [used, late] = [await grantFor('a.txt'), await grantFor('b.txt')]
    cloud.clock.jumpTo(cloud.clock.now() + QUARTER - 60_000)
    expect(await put(used)).toEqual(TAKEN)
    cloud.clock.jumpTo(cloud.clock.now() + 60_000)
    expect(await put(late)).toEqual(DENIED)
    expect(await cloud.stored()).toEqual({ ...before, 'a.txt': 'new' })
  })

  it('answers a refusal also to who sends a large file', async () => {
    const grant = await grantFor('a.txt')
    await put(grant)
    expect(await put(grant, 'x'.repeat(30 * 1024 * 1024))).toEqual(DENIED)
    expect(await cloud.stored()).toEqual({ ...before, 'a.txt': 'new' })
  })

  it('is no way in for a page of a browser', async () => {
    const { url, authorization } = await grantFor('a.txt')
    const headers = { authorization, origin: cloud.url.slice(0, -1) }
    expect((await fetch(url, { method: 'PUT', headers, body: 'x' })).status).toBe(403)
    expect(await cloud.stored()).toEqual(before)
  })

  it('leaves the old file and nothing else where the upload is cut in its middle', async () => {
    const { url, authorization } = await grantFor('a.txt')
    const count = () => readdirSync(cloud.bytesFolder).length
    const whole = count()
    const part = Buffer.alloc(1024 * 1024)
    // What has arrived is on the disk already: a large file is never held in memory.
    await cutOff(url, { method: 'PUT', headers: { authorization }, part }, () => count() > whole)
    while (count() > whole) await new Promise(setImmediate)
    expect(await cloud.stored()).toEqual(before)
    // Nor does it hold up the next.
    expect(await put(await grantFor('a.txt'))).toEqual(TAKEN)
  })
})
