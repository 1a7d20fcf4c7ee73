import { once } from 'node:events'
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CloudError } from '../../../../tools/local-cloud/cloud-error'
import {
  FunctionInstance,
  type InstanceOptions,
} from '../../../../tools/local-cloud/functions/function-instance'

let folder: string
let lines: [string | null, string][]
let instance: FunctionInstance
let events: string[]
let onEnd: () => void

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'instance-'))
  lines = []
  events = []
  onEnd = () => events.push('end')
})

afterEach(async () => {
  await instance.end(new CloudError('SYS_ERR', 'The test is over.'))
  rmSync(folder, { recursive: true, force: true })
})

const FOR_NOBODY = { onFree: () => {}, onEnd: () => {} }

function optionsFor(code: string, name = 'index.js'): InstanceOptions {
  const entry = join(folder, name)
  writeFileSync(entry, code)
  return {
    entry,
    env: () => ({}),
    clockOffset: () => 0,
    loadLimit: 30,
    timeLimit: 30,
    memory: 64,
    log: (line, of) => lines.push([of, line]),
  }
}

/** An instance of a function with this code, whose calls are named r1, r2 and so on. */
function run(code: string, options: Partial<InstanceOptions> = {}) {
  instance = new FunctionInstance(
    { ...optionsFor(code), ...options },
    { onFree: () => events.push('free'), onEnd: () => onEnd() },
  )
  let runs = 0
  return (event: object = {}): Promise<unknown> => {
    runs += 1
    return instance
      .invoke({ run: `r${runs}`, event: JSON.stringify(event), context: {}, variables: {} })
      .then((text) => JSON.parse(text) as unknown)
  }
}

/** The whole life of another process that turns its event loop a thousand times: time enough for one that is not held. */
async function anotherLife(): Promise<void> {
  const other = new FunctionInstance(
    optionsFor(
      `exports.main = async () => { for (let n = 0; n < 1000; n += 1) await new Promise(setImmediate) }`,
      'other.js',
    ),
    FOR_NOBODY,
  )
  await other.invoke({ run: 'other', event: '{}', context: {}, variables: {} })
  await other.end(new CloudError('SYS_ERR', 'No longer needed.'))
}

it('answers what the function returns, and can then take another call', async () => {
  const call = run('exports.main = () => [1]')
  expect(await call()).toEqual([1])
  expect(events).toEqual(['free'])
  expect(await call()).toEqual([1])
})

it('finds the files of its folder by their names alone, as in the cloud', async () => {
  writeFileSync(join(folder, 'prices.json'), '[12.5]')
  const call = run("exports.main = () => JSON.parse(require('node:fs').readFileSync('prices.json', 'utf8'))")
  expect(await call()).toEqual([12.5])
})

it('ends a function that does not finish loading', async () => {
  const sentence = 'Initialization timed out after 0.3 seconds'
  await expect(run('for (;;);', { loadLimit: 0.3 })()).rejects.toMatchObject({
    code: 'FUNCTIONS_TIME_LIMIT_EXCEEDED',
    message: sentence,
  })
  expect(lines).toEqual([['r1', sentence]])
  expect(events).toEqual(['end'])
})

it.each([
  ['cannot be loaded', "require('nowhere')", "Cannot find module 'nowhere'"],
  ['is no JavaScript', 'function {', 'SyntaxError'],
  ['exports no main', 'exports.mian = () => 1', 'The function exports no main.'],
])('says so of code that %s, and logs it', async (_name, code, reason) => {
  await expect(run(code)()).rejects.toMatchObject({
    code: 'FUNCTIONS_EXECUTE_FAIL',
    message: expect.stringContaining(reason),
  })
  // And shows nothing of the program that loads it.
  expect(lines).toEqual([['r1', expect.not.stringContaining('process.argv')]])
  expect(lines).toEqual([['r1', expect.stringContaining(reason)]])
})

it('tells where a function threw as the cloud names it, and logs where it is here', async () => {
  await expect(run("exports.main = () => { throw new Error('no luck') }")()).rejects.toMatchObject({
    code: 'FUNCTIONS_EXECUTE_FAIL',
    message: expect.stringMatching(/^Error: no luck\n.*\/var\/user\/index\.js:1/u),
  })
  expect(lines).toEqual([['r1', expect.stringContaining(`${folder}/index.js:1`)]])
})

it('tells nothing of the folder that a link leads to either', async () => {
  symlinkSync(folder, join(folder, 'link'))
  const call = run("exports.main = () => { throw new Error('no luck') }", {
    entry: join(folder, 'link', 'index.js'),
  })
  await expect(call()).rejects.toMatchObject({
    message: expect.stringMatching(/^Error: no luck\n.*\/var\/user\/index\.js:1/u),
  })
})

describe('what a function prints', () => {
  it('is told line by line before the answer, each with its run, also what has no end of line', async () => {
    const call = run(`
      console.log('loading')
      exports.main = ({ text }) => {
        console.log(text)
        console.error('to the other stream')
        process.stdout.write(Buffer.from('begun'), () => {})
        process.stdout.write(' and ended\\nwithout end')
      }`)
    await call({ text: 'two\nlines' })
    await call({ text: 'one' })
    const always = ['to the other stream', 'begun and ended', 'without end']
    expect(lines).toEqual([
      ['r1', 'loading'],
      ...['two', 'lines', ...always].map((line) => ['r1', line]),
      ...['one', ...always].map((line) => ['r2', line]),
    ])
  })

  it('is told also where the function ends its process', async () => {
    const call = run("exports.main = () => { process.stdout.write('last words'); process.exit(3) }")
    const sentence = "The function's process ended with 3."
    await expect(call()).rejects.toMatchObject({ message: sentence })
    expect(lines).toEqual([
      ['r1', 'last words'],
      ['r1', sentence],
    ])
  })

  it('is cut where it never ends', async () => {
    await run('exports.main = () => { for (let n = 1; n <= 20_000; n += 1) console.log(n) }')()
    expect(lines).toHaveLength(10_001)
    expect(lines.slice(-2)).toEqual([
      ['r1', '10000'],
      ['r1', 'What this call prints from here on is not shown.'],
    ])
  })

  it('may be a callback of the stream', async () => {
    const call = run(
      "exports.main = () => new Promise((resolve) => process.stdout.write('x', 'utf8', () => resolve('written')))",
    )
    expect(await call()).toBe('written')
  })
})

/** Counts the turns of its event loop, which tells whether the process stands still. */
const COUNTER = `
  let turns = 0
  const turn = () => { turns += 1; console.log(turns); if (turns < 1000) setImmediate(turn) }
`

describe('between its calls', () => {
  it('an instance stands still, and goes on with what it had begun at the next', async () => {
    const call = run(`${COUNTER}
      exports.main = ({ first }) => { if (first) setImmediate(turn); else return new Promise((resolve) => {
        const look = () => turns === 1000 ? resolve(turns) : setImmediate(look); look()
      }) }`)
    await call({ first: true })
    await anotherLife()
    expect(lines).toEqual([])
    expect(await call({})).toBe(1000)
    expect(lines).toHaveLength(1000)
    expect(lines[0]).toEqual(['r2', '1'])
  })

  it('an instance can be ended', async () => {
    await run('exports.main = () => 1')()
    await instance.end(new CloudError('SYS_ERR', 'Enough.'))
    expect(events).toEqual(['free', 'end'])
    await expect(
      instance.invoke({ run: 'r2', event: '{}', context: {}, variables: {} }),
    ).rejects.toMatchObject({ message: 'Enough.' })
  })
})

describe('a call that is cut off at its time limit', () => {
  const code = `
    let go
    exports.main = ({ hang, loop }) => {
      while (loop);
      if (hang) return new Promise((resolve) => { go = () => resolve('late') })
      go?.()
      return 'in time'
    }`

  it('leaves its instance warm; its late answer is nobody’s', async () => {
    const call = run(code, { timeLimit: 0.3 })
    await expect(call({ hang: true })).rejects.toMatchObject({ code: 'FUNCTIONS_TIME_LIMIT_EXCEEDED' })
    expect(await call()).toBe('in time')
    expect(await call()).toBe('in time')
    expect(events).toEqual(['free', 'free', 'free'])
  })

  it('ends its instance where it never awaits anything', async () => {
    const ended = new Promise<void>((resolve) => {
      onEnd = resolve
    })
    await expect(run(code, { timeLimit: 0.2 })({ loop: true })).rejects.toMatchObject({
      code: 'FUNCTIONS_TIME_LIMIT_EXCEEDED',
    })
    await ended
    expect(events).toEqual([])
  })
})

describe('a frozen instance', () => {
  let server: Server
  let arrived: string[]
  let answer: () => void

  beforeEach(async () => {
    arrived = []
    server = createServer((request, response) => {
      arrived.push(request.url ?? '')
      answer = () => void response.end()
      server.emit('asked')
    }).listen(0, '127.0.0.1')
    await once(server, 'listening')
  })

  afterEach(() => void server.close().closeAllConnections())

  const asks = () => `
    const { get } = require('node:http')
    const ask = (path) => new Promise((resolve) =>
      get('http://127.0.0.1:${(server.address() as AddressInfo).port}/' + path, (got) => got.resume().on('end', resolve)))
    exports.main = async () => { await ask('first'); console.log('on'); await ask('second'); return 'done' }`

  it('does not go on, though the answer that it waits for has come, and goes on where it was', async () => {
    const asked = once(server, 'asked')
    const result = run(asks())()
    await asked
    await instance.freeze()
    answer()
    await anotherLife()
    expect(arrived).toEqual(['/first'])
    expect(lines).toEqual([])
    const second = once(server, 'asked')
    const still = instance.thaw()
    await second
    answer()
    expect(await result).toBe('done')
    await still
    expect(events).toEqual(['free'])
  })

  it('has its time run on; let go on afterwards, it goes on where it was, and then takes calls again', async () => {
    const asked = once(server, 'asked')
    const call = run(asks(), { timeLimit: 0.4 })
    const result = call()
    await asked
    await instance.freeze()
    answer()
    await expect(result).rejects.toMatchObject({ code: 'FUNCTIONS_TIME_LIMIT_EXCEEDED' })
    expect(events).toEqual([])
    const second = once(server, 'asked')
    const still = instance.thaw()
    await second
    expect(lines.at(-1)).toEqual(['r1', 'on'])
    answer()
    await still
    expect(events).toEqual(['free'])
  })

  it('that was let go on late is cut off after its time limit once more', async () => {
    const asked = once(server, 'asked')
    const call = run(asks(), { timeLimit: 0.3 })
    const result = call()
    await asked
    await instance.freeze()
    await expect(result).rejects.toMatchObject({ code: 'FUNCTIONS_TIME_LIMIT_EXCEEDED' })
    await instance.thaw()
    expect(events).toEqual(['free'])
  })

  it('can be ended, which its caller is told', async () => {
    const asked = once(server, 'asked')
    const result = run(asks())()
    await asked
    await instance.freeze()
    const told = expect(result).rejects.toMatchObject({ message: 'Killed.' })
    await instance.end(new CloudError('FUNCTIONS_EXECUTE_FAIL', 'Killed.'))
    await told
    expect(events).toEqual(['end'])
  })

  it('may be frozen while its code is still being loaded', async () => {
    const result = run(
      'exports.main = async () => { await null; await new Promise(setImmediate); return 1 }',
    )()
    await instance.freeze()
    expect(events).toEqual([])
    await instance.thaw()
    expect(await result).toBe(1)
  })

  it('that serves no call has nothing to be frozen', async () => {
    const call = run('exports.main = () => 1')
    await call()
    await instance.freeze()
    expect(await call()).toBe(1)
    await instance.thaw()
  })
})
