import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { LocalCloud } from '../../tools/local-cloud/start-local-cloud'
import { startTestCloud } from '../support/local-cloud'
import { ask, beginRequest, sendRaw } from '../support/raw-http'

let cloud: LocalCloud
let folder: string
const lines: string[] = []

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'site-'))
  mkdirSync(join(folder, 'js'))
  writeFileSync(join(folder, 'index.html'), '<title>reader</title>')
  writeFileSync(join(folder, 'js', 'app.js'), 'x')
  cloud = await startTestCloud({ siteDir: folder, log: (line) => lines.push(line) })
})

afterAll(async () => {
  await cloud.close()
  rmSync(folder, { recursive: true, force: true })
})

/** What went wrong inside, which no request must ever be. */
afterEach(() => expect(lines.splice(0)).toEqual([]))

type From = 'programs' | 'readers' | 'inspector'

/** Every door, with who may come there and by which methods. */
const doors: [path: string, from: From, methods: string[]][] = [
  ['/admin', 'programs', ['POST']],
  ['/admin/nobody', 'programs', ['POST']],
  ['/client/callFunction', 'readers', ['POST']],
  ['/client/requestSubscribeMessage', 'readers', ['POST']],
  ['/client/getTempFileURL', 'readers', ['POST']],
  ['/client/uploadFile', 'readers', ['POST']],
  ['/cos/a.txt', 'programs', ['PUT']],
  ['/dl/a.txt', 'readers', ['GET']],
  ['/_cloud', 'inspector', ['GET']],
  ['/_cloud/', 'inspector', ['GET']],
  ['/_cloud/api/faults', 'inspector', ['GET']],
  ['/_cloud/api/faults/add', 'inspector', ['POST']],
  ['/_cloud/live', 'inspector', ['GET']],
  ['/_cloud/file', 'inspector', ['GET']],
  ['/_cloud/export', 'inspector', ['GET']],
  ['/_cloud/import', 'inspector', ['POST']],
]

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE']

const OTHER_NAME = 'The local cloud answers this machine only.\n'
const OTHER_PAGE = 'This page may not come in here.\n'

describe.each(doors)('%s', (path, from, methods) => {
  const method = methods[0] ?? ''
  const answerWith = async (headers: Record<string, string>) =>
    (await ask(cloud, path, { method, headers })).text

  it(`takes ${methods.join()} alone`, async () => {
    for (const other of METHODS) {
      const { status, text } = await ask(cloud, path, { method: other })
      if (methods.includes(other)) expect(status).not.toBe(405)
      else {
        expect(status).toBe(405)
        if (other !== 'HEAD') expect(text).toBe(`This address takes ${method} only.\n`)
      }
    }
  })

  it('is closed to other names of this machine', async () => {
    for (const host of [
      'evil.example',
      `evil.example:${cloud.port}`,
      '127.0.0.1.evil.example',
      'localhost.evil.example',
      '127.0.0.1@evil.example',
      '0.0.0.0',
      '192.168.0.1',
      '[::]',
      ' ',
    ])
      expect(await answerWith({ host })).toBe(OTHER_NAME)
    for (const host of ['localhost', `localhost:${cloud.port}`, '127.0.0.1', `[::1]:${cloud.port}`])
      expect(await answerWith({ host })).not.toBe(OTHER_NAME)
  })

  it('is closed to the pages of others', async () => {
    for (const origin of [
      'https://evil.example',
      'null',
      `http://127.0.0.1:${cloud.port + 1}`,
      `https://127.0.0.1:${cloud.port}`,
      `http://127.0.0.1:${cloud.port}.evil.example`,
      'file://',
    ])
      expect(await answerWith({ origin })).toBe(OTHER_PAGE)
    expect(await answerWith({ 'sec-fetch-site': 'cross-site' })).toBe(OTHER_PAGE)
    // What a page may leave out or choose itself opens nothing.
    expect(await answerWith({ origin: 'https://evil.example', referer: cloud.url })).toBe(OTHER_PAGE)
    expect(await answerWith({ origin: 'https://evil.example', 'content-type': 'text/plain' })).toBe(
      OTHER_PAGE,
    )
  })

  it(`is ${from === 'programs' ? 'closed' : 'open'} to our own pages`, async () => {
    const answer = await answerWith({ host: `127.0.0.1:${cloud.port}`, origin: cloud.url.slice(0, -1) })
    expect(answer === OTHER_PAGE).toBe(from === 'programs')
  })
})

describe('the site', () => {
  it.each(METHODS)('answers %s as a site of files does', async (method) => {
    for (const path of ['/', '/index.html', '/js/app.js']) {
      const { status } = await ask(cloud, path, { method })
      expect(status).toBe(method === 'GET' || method === 'HEAD' ? 200 : 405)
    }
  })
})

const head = (fields: string) =>
  `POST /admin HTTP/1.1\r\nHost: 127.0.0.1:${cloud.port}\r\nConnection: close\r\n${fields}\r\n`
const read = '{"action":"database.getDocument","collectionName":"issues"}'
const DONE = /^HTTP\/1\.1 200 OK\r\n[\s\S]*"data":\{"list":\[\]\}\}$/u
const REFUSED = /^HTTP\/1\.1 200 OK\r\n[\s\S]*"code":"INVALID_PARAM"/u
const BROKEN = /^HTTP\/1\.1 400 Bad Request\r\n/u

describe('a request', () => {
  it.each<[string, () => string, RegExp]>([
    ['without a content type', () => `${head(`Content-Length: ${read.length}\r\n`)}${read}`, DONE],
    [
      'of another content type',
      () => `${head(`Content-Type: image/png\r\nContent-Length: ${read.length}\r\n`)}${read}`,
      DONE,
    ],
    [
      'in chunks',
      () =>
        `${head('Transfer-Encoding: chunked\r\n')}${[...read].map((one) => `1\r\n${one}\r\n`).join('')}0\r\n\r\n`,
      DONE,
    ],
    [
      'that waits to be told to go on',
      () => `${head(`Expect: 100-continue\r\nContent-Length: ${read.length}\r\n`)}${read}`,
      /^HTTP\/1\.1 100 Continue\r\n\r\nHTTP\/1\.1 200 OK\r\n[\s\S]*"list":\[\]/u,
    ],
    ['without a body or a length', () => head(''), REFUSED],
    ['whose length is too small', () => `${head('Content-Length: 5\r\n')}${read}`, BROKEN],
    ['whose length is no number', () => `${head('Content-Length: many\r\n')}${read}`, BROKEN],
    ['whose length is below zero', () => `${head('Content-Length: -1\r\n')}${read}`, BROKEN],
    ['with two lengths', () => `${head('Content-Length: 5\r\nContent-Length: 6\r\n')}${read}`, BROKEN],
    [
      'with a length and in chunks',
      () => `${head('Content-Length: 5\r\nTransfer-Encoding: chunked\r\n')}${read}`,
      BROKEN,
    ],
    ['in chunks that are none', () => `${head('Transfer-Encoding: chunked\r\n')}zz\r\n${read}`, BROKEN],
    ['without a host', () => 'POST /admin HTTP/1.1\r\nConnection: close\r\n\r\n', BROKEN],
    ['of the older HTTP, without a host', () => 'POST /admin HTTP/1.0\r\n\r\n', /^HTTP\/1\.1 403 /u],
    ['that is no HTTP', () => '\u0016\u0003\u0001 hello\r\n\r\n', BROKEN],
    ['with a header without end', () => head(`X: ${'x'.repeat(100_000)}\r\n`), /^HTTP\/1\.1 431 /u],
    [
      'for another machine, as to a proxy',
      () =>
        `GET http://evil.example/admin HTTP/1.1\r\nHost: 127.0.0.1:${cloud.port}\r\nConnection: close\r\n\r\n`,
      /^HTTP\/1\.1 404 /u,
    ],
    [
      'to be connected with another machine',
      () => `CONNECT evil.example:443 HTTP/1.1\r\nHost: 127.0.0.1:${cloud.port}\r\n\r\n`,
      /^$/u,
    ],
    [
      'to speak another protocol',
      () => head('Upgrade: websocket\r\nConnection: Upgrade\r\nContent-Length: 0\r\n'),
      REFUSED,
    ],
  ])('%s is answered so, and the next as ever', async (_what, text, answer) => {
    expect(await sendRaw(cloud, text())).toMatch(answer)
    expect((await ask(cloud, '/admin', { body: read })).text).toContain('"list":[]')
  })

  it('that is packed, marked or not in UTF-8 is refused', async () => {
    for (const body of [gzipSync(read), Buffer.from(`\ufeff${read}`), Buffer.from(read, 'utf16le')]) {
      const response = await fetch(cloud.adminUrl, {
        method: 'POST',
        body: new Uint8Array(body),
        headers: { 'content-encoding': 'gzip' },
      })
      expect(await response.json()).toMatchObject({ code: 'INVALID_PARAM' })
    }
  })

  it('may be sent right behind another, and both are answered in their order', async () => {
    const one = `POST /admin HTTP/1.1\r\nHost: 127.0.0.1:${cloud.port}\r\nContent-Length: 2\r\n\r\n{}`
    const answers = await sendRaw(cloud, `${one}${head(`Content-Length: ${read.length}\r\n`)}${read}`)
    expect(answers).toMatch(/"INVALID_PARAM"[\s\S]*"list":\[\]/u)
  })
})

describe('requests that never end', () => {
  const half = () => `${head('Content-Length: 1000\r\n')}{"action":`

  it('hold up nobody, and nothing of them is done when they go away', async () => {
    const begun = await Promise.all(Array.from({ length: 200 }, () => beginRequest(cloud, half())))
    expect((await ask(cloud, '/admin', { body: read })).text).toContain('"list":[]')
    for (const each of begun) await each.close()
    expect((await ask(cloud, '/admin', { body: read })).text).toContain('"list":[]')
  })

  it.each(
    doors.filter(([, , methods]) => !methods.includes('GET')).map(([path, , [method]]) => [method, path]),
  )('are none of the log’s business at %s %s', async (method, path) => {
    const start = `${method} ${path} HTTP/1.1\r\nHost: 127.0.0.1:${cloud.port}\r\n`
    const begun = await beginRequest(cloud, `${start}Content-Length: 1000\r\n\r\n{"a":`)
    expect((await ask(cloud, '/admin', { body: read })).status).toBe(200)
    await begun.close()
    expect((await ask(cloud, '/admin', { body: read })).status).toBe(200)
  })

  it('do not keep the local cloud from closing', async () => {
    const other = await startTestCloud()
    const begun = [
      await beginRequest(other, `POST /admin HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 9\r\n\r\n{`),
      await beginRequest(other, 'POST /client/callFunction HTT'),
      await beginRequest(other, ''),
    ]
    await other.close()
    for (const each of begun) await each.close()
  })
})
