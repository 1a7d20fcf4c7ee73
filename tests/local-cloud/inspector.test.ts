import type { LocalCloud } from '../../tools/local-cloud/start-local-cloud'
import { changeInInspector, readInspector, statusFor } from '../support/inspector'
import { startTestCloud } from '../support/local-cloud'
import { anSdkDatabase, type SdkDatabase } from '../support/sdk-database'

let cloud: LocalCloud
let database: SdkDatabase

beforeAll(async () => {
  cloud = await startTestCloud({
    clock: 'moved',
    // No timer is on the way where the clock moves by years.
    functions: {},
    collections: { things: { read: 'nobody', indexes: [] }, empty: { read: 'nobody', indexes: [] } },
  })
  database = anSdkDatabase(cloud)
  for (let number = 1; number <= 120; number++)
    await database.collection('things').add({
      data: { _id: `thing-${String(number).padStart(3, '0')}`, number, isOdd: number % 2 === 1 },
    })
  await database.collection('things').add({ data: { _id: 'long', text: '期'.repeat(200_000) } })
})

afterAll(() => cloud.close())

const idsIn = ({ body }: { body: unknown }) => (body as { rows: { id: string }[] }).rows.map(({ id }) => id)
const things = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, at) => `thing-${String(from + at).padStart(3, '0')}`)

describe('who may come in', () => {
  const doors = [
    ['GET', '/_cloud/'],
    ['GET', '/_cloud/inspector.js'],
    ['GET', '/_cloud/phone.js'],
    ['GET', '/_cloud/live'],
    ['GET', '/_cloud/file?path=nothing'],
    ['GET', '/_cloud/export'],
    ['GET', '/_cloud/api/collections'],
    ['POST', '/_cloud/import'],
    ['POST', '/_cloud/api/clock/move'],
    ['POST', '/_cloud/api/reader/send'],
    ['POST', '/_cloud/api/document/remove'],
  ] as const

  it.each(doors)('refuses %s %s to a page that names another host', async (method, path) => {
    for (const host of ['example.com', 'local.example.com', `127.0.0.1.example.com:${cloud.port}`])
      expect(await statusFor(cloud, path, { method, headers: { host } })).toBe(403)
  })

  it.each(doors)('refuses %s %s to a page of another site', async (method, path) => {
    for (const headers of [
      { origin: 'https://example.com' },
      { origin: 'null' },
      { origin: `http://127.0.0.1:${cloud.port + 1}` },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
    ])
      expect(await statusFor(cloud, path, { method, headers })).toBe(403)
  })

  it.each(doors)('lets our own page %s %s', async (method, path) => {
    const headers = { 'sec-fetch-site': 'same-origin', origin: cloud.url.slice(0, -1) }
    expect(await statusFor(cloud, path, { method, headers })).not.toBe(403)
  })

  it.each(doors.filter(([method]) => method === 'POST'))(
    'does not %s %s by a link',
    async (_method, path) => {
      expect(await statusFor(cloud, path)).toBe(405)
    },
  )
})

describe('the page', () => {
  it('runs nothing but its own script, and is shown in no frame', async () => {
    const response = await fetch(`${cloud.url}_cloud/`)
    expect(response.headers.get('content-security-policy')).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    )
    expect(await response.text()).not.toMatch(/<script>|style=/u)
  })

  it('is found without the slash too', async () => {
    expect((await fetch(`${cloud.url}_cloud`)).url).toBe(`${cloud.url}_cloud/`)
  })

  it.each(['nowhere', 'api/nowhere', '../inspector.js', '%2e%2e/secret'])(
    'has nothing at %s',
    async (path) => {
      expect(await statusFor(cloud, `/_cloud/${path}`)).toBe(404)
    },
  )
})

it('tells a page what to look at again, and gathers what happens at once', async () => {
  const { body } = await fetch(`${cloud.url}_cloud/live`)
  const reader = body?.pipeThrough(new TextDecoderStream()).getReader()
  expect((await reader?.read())?.value).toBe('retry: 1000\n\n')
  cloud.changes.tell('clock')
  cloud.changes.tell('documents')
  cloud.changes.tell('clock')
  expect((await reader?.read())?.value).toBe('data: ["clock","documents"]\n\n')
  await reader?.cancel()
})

describe('documents', () => {
  it('lists the collections with how many documents each has', async () => {
    expect(await readInspector(cloud, 'collections')).toEqual({
      status: 200,
      body: [
        { name: 'empty', count: 0 },
        { name: 'things', count: 121 },
      ],
    })
  })

  it('pages forward and back through a collection', async () => {
    const ask = (input: Record<string, string>) =>
      readInspector(cloud, 'documents', { collection: 'things', ...input })
    const first = await ask({})
    expect(idsIn(first)).toEqual(['long', ...things(1, 49)])
    expect(first.body).toMatchObject({ hasEarlier: false, hasLater: true })
    const second = await ask({ after: 'thing-049' })
    expect(idsIn(second)).toEqual(things(50, 99))
    expect(second.body).toMatchObject({ hasEarlier: true, hasLater: true })
    const third = await ask({ after: 'thing-099' })
    expect(idsIn(third)).toEqual(things(100, 120))
    expect(third.body).toMatchObject({ hasEarlier: true, hasLater: false })
    const back = await ask({ before: 'thing-100' })
    expect(idsIn(back)).toEqual(things(50, 99))
    expect(back.body).toMatchObject({ hasEarlier: true, hasLater: true })
    expect((await ask({ before: 'thing-050' })).body).toMatchObject({ hasEarlier: false, hasLater: true })
  })

  it('shows only what meets a filter, page by page', async () => {
    const filter = '{"isOdd":true,"number":{"$lte":101}}'
    const first = await readInspector(cloud, 'documents', { collection: 'things', filter })
    expect(idsIn(first)).toHaveLength(50)
    const rest = await readInspector(cloud, 'documents', { collection: 'things', filter, after: 'thing-099' })
    expect(idsIn(rest)).toEqual(['thing-101'])
  })

  it.each([
    ['no JSON', '{"a":', 'INVALID_PARAM'],
    ['no object', '[1]', 'INVALID_PARAM'],
    ['an operator that there is not', '{"$nothing":1}', 'DATABASE_REQUEST_FAILED'],
  ])('says what is wrong with a filter that has %s', async (_name, filter, code) => {
    expect(await readInspector(cloud, 'documents', { collection: 'things', filter })).toEqual({
      status: 400,
      body: { error: { code, message: expect.stringMatching(/\w/u) } },
    })
  })

  it('shows a document in lines, and of a long one as much as can be read', async () => {
    const ask = (id: string) => readInspector(cloud, 'document', { collection: 'things', id })
    expect((await ask('thing-007')).body).toEqual({
      text: '{\n  "_id": "thing-007",\n  "number": 7,\n  "isOdd": true\n}',
      cut: 0,
    })
    const long = (await ask('long')).body as { text: string; cut: number }
    expect(long.text.length).toBe(128 * 1024)
    expect(long.cut).toBeGreaterThan(60_000)
    expect((await ask('nothing')).body).toBeNull()
  })

  it('changes a document as the database allows, and tells of it', async () => {
    const topics: string[] = []
    const stop = cloud.changes.listen((topic) => topics.push(topic))
    const document = {
      _id: 'thing-050',
      number: { $numberInt: '50' },
      name: '五十',
      at: { $date: '2021-01-25T00:00:00Z' },
    }
    expect(
      await changeInInspector(cloud, 'document/change', { collection: 'things', id: 'thing-050', document }),
    ).toEqual({
      status: 200,
      body: null,
    })
    stop()
    expect(topics).toEqual(['documents'])
    expect((await database.collection('things').doc('thing-050').get()).data).toEqual({
      _id: 'thing-050',
      number: 50,
      name: '五十',
      at: new Date('2021-01-25T00:00:00Z'),
    })
  })

  it.each([
    ['another id', { _id: 'thing-052' }, 'DATABASE_REQUEST_FAILED'],
    ['an operator', { $set: { number: 0 } }, 'DATABASE_REQUEST_FAILED'],
    ['bad Extended JSON', { at: { $date: 'soon' } }, 'INVALID_PARAM'],
    ['no object', [1], 'INVALID_PARAM'],
  ])('refuses to change a document into one with %s, and leaves it', async (_name, document, code) => {
    expect(
      await changeInInspector(cloud, 'document/change', { collection: 'things', id: 'thing-051', document }),
    ).toMatchObject({ status: 400, body: { error: { code } } })
    expect((await database.collection('things').doc('thing-051').get()).data).toEqual({
      _id: 'thing-051',
      number: 51,
      isOdd: true,
    })
  })

  it('removes a document, and does not bring back one that is gone', async () => {
    const at = { collection: 'things', id: 'thing-060' }
    expect((await changeInInspector(cloud, 'document/remove', at)).status).toBe(200)
    expect((await readInspector(cloud, 'document', at)).body).toBeNull()
    expect(await changeInInspector(cloud, 'document/change', { ...at, document: {} })).toMatchObject({
      status: 400,
    })
    expect((await readInspector(cloud, 'document', at)).body).toBeNull()
  })

  it('meets no fault that is meant for others, and is not counted', async () => {
    const fault = cloud.faults.add({ fault: { kind: 'fail', code: 'SYS_ERR' } })
    const before = cloud.calls.count()
    const at = { collection: 'things', id: 'thing-061' }
    expect((await changeInInspector(cloud, 'document/remove', at)).status).toBe(200)
    expect(cloud.calls.count()).toBe(before)
    cloud.faults.remove(fault)
  })

  it.each(['documents', 'document'])(
    'refuses to look for %s in a collection that there is not',
    async (name) => {
      expect(await readInspector(cloud, name, { collection: 'nowhere', id: 'x' })).toMatchObject({
        status: 400,
        body: { error: { code: 'DATABASE_COLLECTION_NOT_EXIST' } },
      })
    },
  )
})

describe('the clock', () => {
  const hour = 60 * 60 * 1000

  it('moves by a span, to a moment, and back to the machine’s time', async () => {
    const before = cloud.clock.now()
    await changeInInspector(cloud, 'clock/move', { by: hour })
    expect(cloud.clock.now()).toBeGreaterThanOrEqual(before + hour)

    const moment = Date.UTC(2030, 0, 1)
    await changeInInspector(cloud, 'clock/move', { to: moment })
    expect(cloud.clock.now()).toBeGreaterThanOrEqual(moment)
    expect(await readInspector(cloud, 'clock')).toMatchObject({ body: { offset: expect.any(Number) } })

    expect(await changeInInspector(cloud, 'clock/reset', {})).toMatchObject({ body: { offset: 0 } })
    expect(cloud.clock.now()).toBeLessThan(moment)
  })

  it('does on the way what is due', async () => {
    const done: string[] = []
    cloud.clock.schedule(cloud.clock.now() + hour, () => done.push('first'))
    const late = cloud.clock.schedule(cloud.clock.now() + 3 * hour, () => done.push('late'))
    await changeInInspector(cloud, 'clock/move', { by: 2 * hour })
    expect(done).toEqual(['first'])
    late()
    await changeInInspector(cloud, 'clock/reset', {})
  })

  it.each([
    ['no JSON', 'now'],
    ['nothing', {}],
    ['no number', { by: 'much' }],
    ['further than dates reach', { by: 1e18 }],
  ])('stays where it is when told %s', async (_name, input) => {
    expect(await changeInInspector(cloud, 'clock/move', input)).toMatchObject({
      status: 400,
      body: { error: { code: 'INVALID_PARAM' } },
    })
    expect(cloud.clock.offset).toBe(0)
  })
})
