import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { LocalCloud } from '../../tools/local-cloud/start-local-cloud'
import { callFromPhone, startFixtureCloud } from '../support/fixture-functions'

let cloud: LocalCloud
let folder: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'site-'))
  mkdirSync(join(folder, 'site', 'js'), { recursive: true })
  writeFileSync(join(folder, 'secret.txt'), 'secret')
  writeFileSync(join(folder, 'site', 'index.html'), '<title>reader</title>')
  for (const name of ['js/app.js', 'app.css', 'logo.svg', 'logo.png', 'font.woff2'])
    writeFileSync(join(folder, 'site', name), 'x')
  cloud = await startFixtureCloud({ siteDir: join(folder, 'site') })
})

afterAll(async () => {
  await cloud.close()
  rmSync(folder, { recursive: true, force: true })
})

async function post(body: string, headers: Record<string, string> = {}) {
  const response = await fetch(`${cloud.url}client/callFunction`, { method: 'POST', body, headers })
  return { status: response.status, answer: response.status === 200 ? await response.json() : undefined }
}

describe('callFunction of a phone', () => {
  it.each([
    ['no body', ''],
    ['no JSON', 'name=caller'],
    ['null', 'null'],
    ['no name', '{"data":{}}'],
    ['a name that is no text', '{"name":{"a":1}}'],
    ['data that is no object', '{"name":"caller","data":"text"}'],
    ['1 MB of junk', 'x'.repeat(1024 * 1024)],
    [
      'data of four hundred thousand levels',
      `{"name":"caller","data":{"a":${'['.repeat(400_000)}${']'.repeat(400_000)}}}`,
    ],
    ['2 MB', JSON.stringify({ name: 'caller', data: { text: 'x'.repeat(2 * 1024 * 1024) } })],
  ])('answers %s with -501007', async (_name, body) => {
    expect(await post(body)).toEqual({
      status: 200,
      answer: { errCode: -501007, errMsg: expect.stringMatching(/^cloud\.callFunction:fail /) },
    })
  })

  // The last three are digits that the SDK makes another number of.
  it.each(['no spaces', '../x', 'x'.repeat(65), 'a"b', '007', '-0', '12345678901234567890'])(
    'refuses the openid %j',
    async (openid) => {
      expect(await post('{"name":"caller"}', { 'x-local-openid': openid })).toMatchObject({
        answer: { errCode: -501007 },
      })
    },
  )

  it.each(['nowhere', 'constructor', '__proto__', '../caller'])(
    'does not find the function %s',
    async (name) => {
      expect(await callFromPhone(cloud, name)).toMatchObject({ errCode: -501000 })
    },
  )

  it('takes an event of 1 MB', async () => {
    const text = 'x'.repeat(1024 * 1024 - 100)
    expect(await callFromPhone(cloud, 'faulty', { text })).toEqual({ result: expect.any(Number) })
  })

  it('keeps what nobody may invoke from everybody', async () => {
    expect(await callFromPhone(cloud, 'private', {}, 'reader-1')).toMatchObject({ errCode: -501023 })
  })

  it('keeps what needs a sign-in from those who have none', async () => {
    expect(await callFromPhone(cloud, 'personal')).toMatchObject({ errCode: -501023 })
    // It is not built here, so being found missing tells that the rule let it pass.
    expect(await callFromPhone(cloud, 'personal', {}, 'reader-1')).toMatchObject({ errCode: -501000 })
  })

  it('answers our own page and refuses the pages of others', async () => {
    const own = cloud.url.slice(0, -1)
    expect(await post('{"name":"faulty"}', { origin: own })).toMatchObject({ status: 200 })
    for (const origin of [
      'https://example.com',
      'null',
      `http://127.0.0.1:${cloud.port + 1}`,
      `${own}.example`,
    ])
      expect(await post('{"name":"faulty"}', { origin })).toMatchObject({ status: 403 })
  })
})

it('answers the developer tools, which name WeChat as the page that asks', async () => {
  const from = (referer: string) => post('{"name":"faulty"}', { origin: 'http://127.0.0.1:30000', referer })
  expect(await from('https://servicewechat.com/wx0000/devtools/page-frame.html')).toMatchObject({
    status: 200,
  })
  expect(await from('https://servicewechat.com.example/')).toMatchObject({ status: 403 })
})

describe('the site', () => {
  it.each([
    ['', 'text/html'],
    ['index.html', 'text/html'],
    ['js/app.js', 'text/javascript'],
    ['app.css', 'text/css'],
    ['logo.svg', 'image/svg+xml'],
    ['logo.png', 'image/png'],
    ['font.woff2', 'font/woff2'],
  ])('serves /%s as %s and lets a browser ask again each time', async (path, type) => {
    const response = await fetch(cloud.url + path)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toContain(type)
    expect(response.headers.get('cache-control')).toMatch(/no-cache|no-store/)
  })

  it('serves a file that was built since', async () => {
    expect((await fetch(`${cloud.url}new.js`)).status).toBe(404)
    writeFileSync(join(folder, 'site', 'new.js'), 'x')
    expect((await fetch(`${cloud.url}new.js`)).status).toBe(200)
  })

  it.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/js/..%2f..%2fsecret.txt',
    '/..\\secret.txt',
    '/%',
    '/\0',
  ])('gives nothing outside its folder: %j', async (path) => {
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const options = { host: '127.0.0.1', port: cloud.port, path: path.replace('\0', '%00') }
      request(options, (response) => resolve(response.resume().statusCode))
        .on('error', reject)
        .end()
    })
    expect(status).toBe(404)
  })

  it('says so where there is no build', async () => {
    const without = await startFixtureCloud()
    expect((await fetch(without.url)).status).toBe(404)
    await without.close()
  })
})
