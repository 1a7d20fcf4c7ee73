import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FunctionConfig } from '../../config/functions'
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

  it('serves one call at a time, each with its own reader', async () => {
    const readers = Array.from({ length: 9 }, (_, at) => `reader-${at}`)
    const answers = await Promise.all(
      readers.map((openid) => callFromPhone(cloud, 'slow', { milliseconds: 5 }, openid)),
    )
    expect(answers).toEqual(readers.map((openid) => ({ result: { before: openid, after: openid, most: 1 } })))
  })
})

describe('the time limit', () => {
  it('ends a call that would not end by itself, and its instance stays warm', async () => {
    const before = Number((await callFromPhone(cloud, 'stuck')).result)
    expect(await callFromPhone(cloud, 'stuck', { way: 'hang' })).toMatchObject({
      errCode: -504003,
      errMsg: expect.stringContaining('Invoking task timed out after 0.5 seconds'),
    })
    await expect(callFromServer('stuck', { way: 'hang' })).rejects.toMatchObject({
      errCode: -1,
      code: 'FUNCTIONS_TIME_LIMIT_EXCEEDED',
    })
    expect(await callFromPhone(cloud, 'stuck')).toEqual({ result: before + 3 })
  })

  it('ends the instance of an endless loop, and the next call is served by another', async () => {
    const other = await startAnother({ workersPerFunction: 1 })
    expect(await callFromPhone(other, 'stuck', { way: 'loop' })).toMatchObject({ errCode: -504003 })
    expect(await callFromPhone(other, 'stuck')).toEqual({ result: 1 })
  })

  it('does not count the time that loading takes', async () => {
    expect(await callFromPhone(cloud, 'heavy')).toEqual({ result: 'loaded' })
  })
})

describe('the ceiling', () => {
  it('lets further calls wait, and waiting does not count towards their time', async () => {
    const busy = await startAnother({ workersPerFunction: 1 })
    const calls = Array.from({ length: 4 }, () => callFromPhone(busy, 'stuck', { way: 'hang' }))
    const last = callFromPhone(busy, 'stuck')
    for (const answer of await Promise.all(calls)) expect(answer).toMatchObject({ errCode: -504003 })
    // Four times the limit have passed since it was asked.
    expect(await last).toEqual({ result: 5 })
  })

  it('lets only so many calls wait, and refuses the others as the cloud does', async () => {
    const busy = await startAnother({ workersPerFunction: 1, callsPerFunction: 2 })
    const calls = Promise.all([1, 2].map(() => callFromPhone(busy, 'slow', { milliseconds: 300 })))
    // The two have come in before: each is told of when it does.
    await untilCalls(busy, 'slow', (those) => those.length === 2)
    expect(await callFromPhone(busy, 'slow')).toMatchObject({ errCode: -501004 })
    await expect(callFromServer('slow', {}, busy)).rejects.toMatchObject({
      code: 'EXCEED_CONCURRENT_REQUEST_LIMIT',
    })
    expect(await calls).toEqual([{ result: expect.anything() }, { result: expect.anything() }])
    expect(await callFromPhone(busy, 'slow', { milliseconds: 1 })).toEqual({ result: expect.anything() })
  })

  it('refuses those that still wait when the local cloud closes', async () => {
    const closing = await startFixtureCloud({ workersPerFunction: 1 })
    const calls = Array.from({ length: 3 }, () => callFromPhone(closing, 'slow', { milliseconds: 2000 }))
    const ends = Promise.allSettled(calls)
    await untilCalls(closing, 'slow', (those) => those.length === 3)
    await closing.close()
    for (const end of await ends) expect(end.status).toBe('rejected')
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

describe('a function that is built anew while the cloud runs', () => {
  let folder: string
  let other: LocalCloud

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'builds-'))
    build("exports.main = () => 'first'")
    const config: FunctionConfig = { timeLimit: 5, memory: 128, runtime: 'Nodejs20.19', invoker: 'readers' }
    other = await startAnother({
      functionsDir: folder,
      functions: { changing: config },
      log: (line) => lines.push(line),
    })
  })

  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  /** As a build puts it: each file at once in the place of the earlier one. */
  function build(code: string, config?: object): void {
    mkdirSync(join(folder, 'changing'), { recursive: true })
    const put = (name: string, text: string) => {
      writeFileSync(join(folder, name), text)
      renameSync(join(folder, name), join(folder, 'changing', name))
    }
    put('index.js', code)
    if (config) put('config.json', JSON.stringify(config))
  }

  it('runs the new code at its next call', async () => {
    expect(await callFromPhone(other, 'changing')).toEqual({ result: 'first' })
    build("exports.main = () => 'second'")
    expect(await callFromPhone(other, 'changing')).toEqual({ result: 'second' })
  })

  it('lets a call that is running finish in the code that it began in', async () => {
    build(`exports.main = () => {
      console.log('in the old code')
      return new Promise((resolve) => setTimeout(resolve, 200, 'old'))
    }`)
    const running = callFromPhone(other, 'changing')
    await untilCalls(other, 'changing', (calls) => calls.at(-1)?.lines.length === 1)
    build("exports.main = () => 'new'")
    expect(await callFromPhone(other, 'changing')).toEqual({ result: 'new' })
    expect(await running).toEqual({ result: 'old' })
    expect(await callFromPhone(other, 'changing')).toEqual({ result: 'new' })
  })

  it('answers an error while its build is broken or gone, and works again after a good one', async () => {
    build('exports.main = (')
    expect(await callFromPhone(other, 'changing')).toMatchObject({ errCode: -504002 })
    rmSync(join(folder, 'changing'), { recursive: true })
    expect(await callFromPhone(other, 'changing')).toMatchObject({ errCode: -501000 })
    build("exports.main = () => 'good'")
    expect(await callFromPhone(other, 'changing')).toEqual({ result: 'good' })
  })

  it('has the permissions that its config.json gives now', async () => {
    const byChanging = {
      functionName: 'changing',
      instance: 'i',
      run: 'r',
      openid: null,
      source: 'wx_client',
    }
    const may = () => other.functions.mayUseOpenApi(byChanging, 'subscribeMessage.send')
    expect(may()).toBe(false)
    expect(other.functions.mayUseOpenApi(null, 'subscribeMessage.send')).toBe(true)
    build('', { permissions: { openapi: ['subscribeMessage.send'] } })
    expect(may()).toBe(true)
    build('', { permissions: { openapi: 'subscribeMessage.send' } })
    expect(may()).toBe(false)
    expect(lines.at(-1)).toMatch(/^\[changing\] config\.json is not valid: /u)
  })
})
