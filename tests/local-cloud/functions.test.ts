import { Worker } from 'node:worker_threads'
import type { LocalCloud } from '../../tools/local-cloud/start-local-cloud'
import { callFromPhone, startFixtureCloud } from '../support/fixture-functions'
import { sdkFor } from '../support/local-cloud'
import { anSdkDatabase } from '../support/sdk-database'

let cloud: LocalCloud
const lines: string[] = []

beforeAll(async () => {
  cloud = await startFixtureCloud({ workersPerFunction: 3, log: (line) => lines.push(line) })
})

afterAll(() => cloud.close())

type Call = {
  calls: number
  event: object
  context: Record<string, unknown>
  caller: Record<string, unknown>
  found?: { total: number }
  env: string[]
}

async function callFromServer(name: string, data: object = {}): Promise<unknown> {
  const answer: unknown = await sdkFor(cloud).callFunction({ name, data })
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
    expect(env).not.toContain('WX_OPENID')
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
    expect(env).toContain('TCB_CONTEXT_CNFG')
    expect(env).not.toContain('SECRET_OF_THIS_PROCESS')
    expect(env).not.toContain('PATH')
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
  it.each(['loop', 'hang'])(
    'ends a call that would not end by itself (%s), and the next is served',
    async (way) => {
      const sentence = 'Invoking task timed out after 0.5 seconds'
      expect(await callFromPhone(cloud, 'stuck', { way })).toMatchObject({
        errCode: -504003,
        errMsg: expect.stringContaining(sentence),
      })
      await expect(callFromServer('stuck', { way })).rejects.toMatchObject({
        errCode: -1,
        code: 'FUNCTIONS_TIME_LIMIT_EXCEEDED',
      })
      expect(await callFromPhone(cloud, 'stuck')).toEqual({ result: 1 })
    },
  )

  it('does not count the time that loading takes', async () => {
    expect(await callFromPhone(cloud, 'heavy')).toEqual({ result: 'loaded' })
  })

  it('leaves no thread behind that still runs', async () => {
    const terminate = jest.spyOn(Worker.prototype, 'terminate')
    await callFromPhone(cloud, 'stuck', { way: 'loop' })
    expect(terminate).toHaveBeenCalledTimes(1)
    // Done when the thread has ended.
    await terminate.mock.results[0]?.value
    terminate.mockRestore()
  })
})

describe('the ceiling', () => {
  it('lets further calls wait, and waiting does not count towards their time', async () => {
    const busy = await startFixtureCloud({ workersPerFunction: 1 })
    const calls = Array.from({ length: 4 }, () => callFromPhone(busy, 'stuck', { way: 'hang' }))
    const last = callFromPhone(busy, 'stuck')
    for (const answer of await Promise.all(calls)) expect(answer).toMatchObject({ errCode: -504003 })
    // Four times the limit have passed since it was asked.
    expect(await last).toEqual({ result: 1 })
    await busy.close()
  })

  it('refuses those that still wait when the local cloud closes', async () => {
    const closing = await startFixtureCloud({ workersPerFunction: 1 })
    const calls = Array.from({ length: 3 }, () => callFromPhone(closing, 'slow', { milliseconds: 2000 }))
    const ends = Promise.allSettled(calls)
    await callFromPhone(closing, 'faulty')
    await closing.close()
    for (const end of await ends) expect(end.status).toBe('rejected')
  })
})

describe('a fault', () => {
  beforeEach(() => void lines.splice(0))

  it.each([
    ['throw', -504002, 'TypeError: no such thing'],
    ['reject', -504002, 'a plain text'],
    ['cycle', -504002, 'circular'],
    ['exit', -504002, 'ended with 3'],
    ['memory', -504002, 'memory'],
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
  await new Promise<void>((resolve) => {
    const look = () => (lines.length < 2 ? setImmediate(look) : resolve())
    look()
  })
  expect(lines).toEqual(['[faulty] one line', '[faulty] and another'])
})

it('answers a function that is configured but not built', async () => {
  await expect(callFromServer('private')).rejects.toMatchObject({
    code: 'FUNCTION_NOT_FOUND',
    message: expect.stringContaining('private has not been built'),
  })
})
