import type { LocalCloud, LocalCloudOptions } from '../../tools/local-cloud/start-local-cloud'
import { callFromPhone, startFixtureCloud, untilCalls } from '../support/fixture-functions'
import { sdkFor } from '../support/local-cloud'
import { anSdkDatabase } from '../support/sdk-database'

let cloud: LocalCloud
/** Clouds of single tests, closed also where one fails. */
const others: LocalCloud[] = []
const lines: string[] = []

beforeAll(async () => {
  cloud = await startFixtureCloud({ workersPerFunction: 3, log: (line) => lines.push(line) })
})

afterEach(async () => {
  for (const other of others.splice(0)) await other.close()
})

afterAll(() => cloud.close())

async function startAnother(options: Partial<LocalCloudOptions>): Promise<LocalCloud> {
  const other = await startFixtureCloud(options)
  others.push(other)
  return other
}

type Call = {
  calls: number
  event: object
  context: Record<string, unknown>
  caller: Record<string, unknown>
  found?: { total: number }
  called?: { result: Call }
  env: Record<string, string>
}

async function callFromServer(name: string, data: object = {}, to = cloud): Promise<unknown> {
  const answer: unknown = await sdkFor(to).callFunction({ name, data })
  return (answer as { result: unknown }).result
}

const caller = async (data: object, openid?: string) =>
  (await callFromPhone(cloud, 'caller', data, openid)).result as Call

describe('a call', () => {
  it('answers a phone and a server alike', async () => {
    expect(await callFromPhone(cloud, 'faulty')).toEqual({ result: expect.any(Number) })
    expect(await callFromServer('faulty')).toEqual(expect.any(Number))
  })

  it('answers null where a function returns nothing', async () => {
    expect(await callFromPhone(cloud, 'faulty', { fault: 'nothing' })).toEqual({ result: null })
    expect(await callFromServer('faulty', { fault: 'nothing' })).toBeNull()
  })

  it('gives the reader as the platform knows it, whatever the event says', async () => {
    const { event, caller: who } = await caller({ a: 1, userInfo: { openId: 'forged' } }, 'reader-1')
    expect(event).toEqual({ a: 1, userInfo: { appId: expect.any(String), openId: 'reader-1' } })
    expect(who).toMatchObject({ OPENID: 'reader-1', ENV: 'local', SOURCE: 'wx_client' })
  })

  it('gives no openid where nobody is signed in, also right after somebody was', async () => {
    await caller({}, 'reader-1')
    const { event, caller: who, env } = await caller({})
    expect(who).not.toHaveProperty('OPENID')
    expect(env).not.toHaveProperty('WX_OPENID')
    expect(event).toEqual({ userInfo: { appId: expect.any(String) } })
  })

  it('gives no openid to what a server calls', async () => {
    const { caller: who } = (await callFromServer('caller')) as Call
    expect(who).not.toHaveProperty('OPENID')
    expect(who).toMatchObject({ SOURCE: 'scf' })
  })

  it('tells the limits of the configuration', async () => {
    expect((await caller({})).context).toMatchObject({
      function_name: 'caller',
      memory_limit_in_mb: 256,
      time_limit_in_ms: 20_000,
    })
  })

  it('has a context that says the same as the environment', async () => {
    const { context, env } = await caller({}, 'reader-1')
    const variables = JSON.parse(String(context.environment)) as Record<string, string>
    expect(variables).toMatchObject({ WX_OPENID: 'reader-1', TCB_SOURCE: 'wx_client' })
    expect(env).toMatchObject(variables)
    expect(String(context.environ).split(';')).toContain('WX_OPENID=reader-1')
  })

  it('follows the chain of calls, and has a reader only where a phone calls', async () => {
    const call = (inner: object) => ({ call: { name: 'caller', data: inner } })
    const first = await caller(call(call({})), 'reader-1')
    const second = first.called?.result
    const third = second?.called?.result
    expect([first, second, third].map((each) => [each?.caller.SOURCE, each?.caller.OPENID])).toEqual([
      ['wx_client', 'reader-1'],
      ['wx_client,scf', undefined],
      ['wx_client,scf,scf', undefined],
    ])
    expect(second?.event).toEqual({ ...call({}), userInfo: { appId: expect.any(String) } })
  })

  it('may call a function that phones may not', async () => {
    const { called } = await caller({ call: { name: 'ticker', data: {} } })
    expect(called).toMatchObject({ result: null })
  })

  it('reads the database through the SDK', async () => {
    await anSdkDatabase(cloud).collection('things').add({ data: {} })
    expect((await caller({ collection: 'things' })).found).toMatchObject({ total: 1 })
  })

  it('passes a prototype-polluting key as a plain field', async () => {
    const response = await fetch(`${cloud.url}client/callFunction`, {
      method: 'POST',
      body: '{"name":"caller","data":{"__proto__":{"polluted":1},"constructor":{"a":1}}}',
    })
    const { result } = (await response.json()) as { result: Call }
    expect(result.event).not.toHaveProperty('polluted')
    expect({}).not.toHaveProperty('polluted')
  })
})

describe('an instance', () => {
  it('keeps its memory while it is warm', async () => {
    const first = await caller({})
    expect((await caller({})).calls).toBe(first.calls + 1)
  })

  it('has an environment of its own, without anything of this process', async () => {
    process.env.SECRET_OF_THIS_PROCESS = 'x'
    const { env } = await caller({})
    delete process.env.SECRET_OF_THIS_PROCESS
    expect(env).toHaveProperty('TCB_CONTEXT_CNFG')
    expect(env).not.toHaveProperty('SECRET_OF_THIS_PROCESS')
    expect(env).not.toHaveProperty('PATH')
  })

  it('is given the variables that its configuration names, and no other', async () => {
    process.env.GIVEN = 'one'
    process.env.TCB_ENV = 'not-the-cloud'
    try {
      const limits = { timeLimit: 20, memory: 256, runtime: 'Nodejs20.19', invoker: 'readers' } as const
      const variables = ['GIVEN', 'SET_NOWHERE', 'TCB_ENV']
      const other = await startAnother({ functions: { caller: { ...limits, variables }, slow: limits } })
      const { env } = (await callFromPhone(other, 'caller')).result as Call
      expect(env).toMatchObject({ GIVEN: 'one', TCB_ENV: 'local' })
      expect(env).not.toHaveProperty('SET_NOWHERE')
      const { env: ofAnother } = (await caller({})) satisfies Call
      expect(ofAnother).not.toHaveProperty('GIVEN')
    } finally {
      delete process.env.GIVEN
      delete process.env.TCB_ENV
    }
  })

  it('serves one call at a time, each with its own reader', async () => {
    const readers = Array.from({ length: 9 }, (_, at) => `reader-${at}`)
    const answers = await Promise.all(
      readers.map((openid) => callFromPhone(cloud, 'slow', { milliseconds: 5 }, openid)),
    )
    expect(answers).toEqual(readers.map((openid) => ({ result: { before: openid, after: openid, most: 1 } })))
  })
})

describe('a call without an identity', () => {
  it('is refused where the setting says so, and only that', async () => {
    const strict = await startAnother({ anonymousCalls: false })
    expect(await callFromPhone(strict, 'faulty')).toMatchObject({ errCode: -501023 })
    expect(await callFromPhone(strict, 'faulty', {}, 'reader-1')).toEqual({ result: 1 })
    expect(await callFromServer('faulty', {}, strict)).toBe(2)
  })
})

describe('a fault', () => {
  beforeEach(() => void lines.splice(0))

  it.each([
    ['throw', -504002, 'TypeError: no such thing'],
    ['reject', -504002, 'a plain text'],
    ['cycle', -504002, 'circular'],
    ['exit', -504002, 'ended with 3'],
    ['abort', -504002, 'ended with SIGABRT'],
    ['kill itself', -504002, 'ended with SIGKILL'],
    ['small arrays', -504002, 'ran out of its memory of 64 MB'],
    ['one array', -504002, 'ran out of its memory of 64 MB'],
    ['a map', -504002, 'ran out of its memory of 64 MB'],
    ['bytes at once', -504002, 'ran out of its memory of 64 MB'],
    ['bytes bit by bit', -504002, 'ran out of its memory of 64 MB'],
    ['large', -604001, 'larger than 1 MB'],
  ])('"%s" is answered to a phone with %d, and the next call is served', async (fault, errCode, reason) => {
    expect(await callFromPhone(cloud, 'faulty', { fault })).toEqual({
      errCode,
      errMsg: expect.stringMatching(
        new RegExp(`^cloud\\.callFunction:fail Error: errCode: ${errCode} .*${reason}`, 'su'),
      ),
    })
    expect(await callFromPhone(cloud, 'faulty')).toEqual({ result: expect.any(Number) })
  })

  it.each([
    ['throw', 'FUNCTIONS_EXECUTE_FAIL'],
    ['exit', 'FUNCTIONS_EXECUTE_FAIL'],
    ['a map', 'FUNCTIONS_MEMORY_LIMIT_EXCEEDED'],
  ])('"%s" is shown by the SDK as %s', async (fault, code) => {
    await expect(callFromServer('faulty', { fault })).rejects.toMatchObject({
      errCode: -1,
      code,
      message: expect.stringMatching(/^callFunction:fail /),
    })
  })

  it('begins a new instance after a crash and keeps a warm one after an error', async () => {
    const before = (await callFromPhone(cloud, 'faulty')).result
    await callFromPhone(cloud, 'faulty', { fault: 'throw' })
    expect((await callFromPhone(cloud, 'faulty')).result).toBe(Number(before) + 2)
    await callFromPhone(cloud, 'faulty', { fault: 'exit' })
    await callFromPhone(cloud, 'faulty', { fault: 'exit' })
    await callFromPhone(cloud, 'faulty', { fault: 'exit' })
    expect((await callFromPhone(cloud, 'faulty')).result).toBe(1)
  })

  it('that nobody waits for ends the instance and is logged', async () => {
    await callFromPhone(cloud, 'faulty', { fault: 'crash later' })
    expect(lines.join('\n')).toContain('[faulty] Error: nobody waits')
  })
})

it('shows what a function prints, each line with its name', async () => {
  lines.splice(0)
  await callFromPhone(cloud, 'faulty', { fault: 'log' })
  expect(lines).toEqual(['[faulty] one line', '[faulty] and another'])
})

describe('the calls of a function', () => {
  it('are remembered with who called, what became of them and what they printed', async () => {
    const before = cloud.functions.calls('faulty').length
    await callFromPhone(cloud, 'faulty', { fault: 'log' }, 'reader-1')
    await callFromPhone(cloud, 'faulty', { fault: 'throw' })
    const calls = cloud.functions.calls('faulty').slice(before)
    expect(calls).toEqual([
      {
        run: expect.any(String),
        functionName: 'faulty',
        openid: 'reader-1',
        source: 'wx_client',
        eventBytes: expect.any(Number),
        askedAt: expect.any(Number),
        begunAt: expect.any(Number),
        instance: expect.any(String),
        tookMs: expect.any(Number),
        outcome: 'answered',
        message: null,
        resultBytes: 4,
        lines: ['one line', 'and another'],
      },
      expect.objectContaining({
        openid: null,
        outcome: 'FUNCTIONS_EXECUTE_FAIL',
        message: expect.stringContaining('no such thing'),
        lines: [expect.stringContaining('no such thing')],
      }),
    ])
  })

  it('have an end that can be waited for', async () => {
    const call = callFromPhone(cloud, 'slow', { milliseconds: 20 })
    await untilCalls(cloud, 'slow', (those) => those.at(-1)?.outcome === 'running')
    await cloud.functions.idle()
    expect(cloud.functions.calls('slow').at(-1)?.outcome).toBe('answered')
    await call
  })
})

it('answers a function that is configured but not built', async () => {
  await expect(callFromServer('private')).rejects.toMatchObject({
    code: 'FUNCTION_NOT_FOUND',
    message: expect.stringContaining('private has not been built'),
  })
})
