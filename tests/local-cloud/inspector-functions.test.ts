import { Readable } from 'node:stream'
import type { LocalCloud } from '../../tools/local-cloud/start-local-cloud'
import { callFromPhone, startFixtureCloud, untilCalls } from '../support/fixture-functions'
import { changeInInspector, readInspector, statusFor } from '../support/inspector'

let cloud: LocalCloud

beforeEach(async () => {
  cloud = await startFixtureCloud()
})

afterEach(() => cloud.close())

const allAnswered = (count: number) => (calls: readonly { outcome: string }[]) =>
  calls.filter(({ outcome }) => outcome === 'answered').length === count

describe('functions', () => {
  it('are listed with their limits, their config.json and their calls', async () => {
    await callFromPhone(cloud, 'faulty', {}, 'anna')
    await callFromPhone(cloud, 'faulty', { fault: 'throw' }, 'anna')

    const { body } = await readInspector(cloud, 'functions')
    expect(body).toEqual(
      expect.arrayContaining([
        {
          name: 'faulty',
          timeLimit: 20,
          memory: 64,
          invoker: 'readers',
          openapi: [],
          timer: null,
          problem: null,
          calls: 2,
          failed: 1,
        },
        expect.objectContaining({
          name: 'ticker',
          invoker: 'none',
          openapi: ['subscribeMessage.send'],
          timer: { name: 'tick', cron: '*/30 * * * * * *' },
          calls: 0,
        }),
      ]),
    )
  })

  it('show the newest call first, and of one call who called, what came of it and what it printed', async () => {
    await callFromPhone(cloud, 'faulty', { fault: 'log' }, 'anna')
    await callFromPhone(cloud, 'faulty', { fault: 'throw' })

    const calls = (await readInspector(cloud, 'function-calls', { name: 'faulty' })).body as { run: string }[]
    expect(calls).toMatchObject([
      { openid: null, outcome: 'FUNCTIONS_EXECUTE_FAIL', hasFailed: true },
      { openid: 'anna', outcome: 'answered', hasFailed: false, source: 'wx_client' },
    ])

    const shown = (index: number) =>
      readInspector(cloud, 'function-call', { name: 'faulty', run: calls[index]?.run ?? '' })
    expect((await shown(0)).body).toMatchObject({ message: expect.stringContaining('no such thing') })
    expect((await shown(1)).body).toMatchObject({ message: null, lines: ['one line', 'and another'] })
    expect((await readInspector(cloud, 'function-call', { name: 'faulty', run: 'gone' })).body).toBeNull()
  })
})

describe('timers', () => {
  it('are listed with when they are due, and fired once or twice', async () => {
    const { body } = await readInspector(cloud, 'timers')
    expect(body).toEqual([
      { functionName: 'ticker', name: 'tick', cron: '*/30 * * * * * *', next: expect.any(Number) },
    ])

    const once = await changeInInspector(cloud, 'timers/fire', { functionName: 'ticker' })
    const twice = await changeInInspector(cloud, 'timers/fire', { functionName: 'ticker', twice: true })

    expect([once.body, twice.body]).toEqual([{ events: 1 }, { events: 2 }])
    await untilCalls(cloud, 'ticker', allAnswered(3))
  })

  it.each(['caller', 'nothing', '__proto__'])('says so where %s has none', async (functionName) => {
    expect(await changeInInspector(cloud, 'timers/fire', { functionName })).toMatchObject({
      status: 400,
      body: { error: { code: 'INVALID_PARAM' } },
    })
  })
})

describe('faults', () => {
  it('are added, listed with what they met, and removed', async () => {
    const rule = { action: 'client.callFunction', fault: { kind: 'fail', code: 'SYS_ERR' } }
    const added = (await changeInInspector(cloud, 'faults/add', { rule })).body as { id: string }
    expect(await callFromPhone(cloud, 'faulty', {}, 'anna')).toHaveProperty('errCode')

    expect((await readInspector(cloud, 'faults')).body).toMatchObject({
      rules: [{ id: added.id, rule, calls: 1 }],
      met: [{ rule: added.id, kind: 'fail', function: 'faulty', openid: 'anna' }],
      counts: [{ action: 'client.callFunction', function: 'faulty', count: 1 }],
    })

    await changeInInspector(cloud, 'faults/remove', { id: added.id })
    expect(await callFromPhone(cloud, 'faulty', {}, 'anna')).toEqual({ result: 1 })
    await changeInInspector(cloud, 'faults/clear', {})
    expect((await readInspector(cloud, 'faults')).body).toMatchObject({ rules: [], met: [] })
  })

  it('let go what they hold', async () => {
    await changeInInspector(cloud, 'faults/add', {
      rule: { action: 'client.callFunction', on: { call: 1 }, fault: { kind: 'hold' } },
    })
    const call = callFromPhone(cloud, 'faulty', {}, 'anna')
    await cloud.faults.whenMet('fault-1')
    const { met } = (await readInspector(cloud, 'faults')).body as { met: { id: number; isHeld: boolean }[] }
    expect(met).toMatchObject([{ isHeld: true }])

    await changeInInspector(cloud, 'faults/release', { id: met[0]?.id })

    expect(await call).toEqual({ result: 1 })
    expect((await readInspector(cloud, 'faults')).body).toMatchObject({ met: [{ isHeld: false }] })
  })

  it('say what is wrong with a rule, and set none', async () => {
    expect(
      await changeInInspector(cloud, 'faults/add', { rule: { fault: { kind: 'explode' } } }),
    ).toMatchObject({
      status: 400,
      body: { error: { message: expect.stringContaining('fault.kind') } },
    })
    expect(cloud.faults.rules()).toEqual([])
  })
})

describe('files', () => {
  it('are listed by path, opened where nothing in them runs, and removed', async () => {
    await cloud.files.put('页/b.html', Readable.from(['<script>1</script>']), { openid: 'anna' })
    await cloud.files.put('a.txt', Readable.from(['text']), 'server')

    expect((await readInspector(cloud, 'files')).body).toEqual({
      files: [
        { path: 'a.txt', contentType: 'text/plain', size: 4, uploader: null, uploadedAt: expect.any(Number) },
        {
          path: '页/b.html',
          contentType: 'text/html',
          size: 18,
          uploader: 'anna',
          uploadedAt: expect.any(Number),
        },
      ],
      more: 0,
    })

    const page = await fetch(`${cloud.url}_cloud/file?path=${encodeURIComponent('页/b.html')}`)
    expect(await page.text()).toBe('<script>1</script>')
    expect(page.headers.get('content-security-policy')).toMatch(/^default-src 'none';.*; sandbox$/u)
    expect(page.headers.get('x-content-type-options')).toBe('nosniff')

    expect((await changeInInspector(cloud, 'files/remove', { path: 'a.txt' })).status).toBe(200)
    expect(cloud.files.list().map(({ path }) => path)).toEqual(['页/b.html'])
    expect((await changeInInspector(cloud, 'files/remove', { path: 'a.txt' })).status).toBe(400)
  })

  it.each(['', 'nothing', '../data', '/etc/passwd', '..%2F..%2Fetc%2Fpasswd', '%00'])(
    'has none at the path "%s"',
    async (path) => {
      expect(await statusFor(cloud, `/_cloud/file?path=${path}`)).toBe(404)
    },
  )
})
