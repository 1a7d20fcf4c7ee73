import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'closing-'))
})

afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** What a program does with a local cloud before it closes it; each leaves something under way. */
const doings: [string, string][] = [
  ['nothing', ''],
  ['a call that is over', `await call('answer')`],
  ['a call that never ends', `void call('hang'); await untilRunning()`],
  ['a call in an endless loop', `void call('loop'); await untilRunning()`],
  [
    'a call that stands still',
    `const rule = cloud.faults.add({ fault: { kind: 'hold' } })
     void call('answer'); await cloud.faults.whenMet(rule)`,
  ],
  [
    'a call that is held up for long',
    `const rule = cloud.faults.add({ fault: { kind: 'delay', ms: 600_000 } })
     void call('answer'); await cloud.faults.whenMet(rule)`,
  ],
  ['work that is due', `cloud.clock.schedule(cloud.clock.now() + 600_000, () => {})`],
  ['a transaction', `await admin({ action: 'database.startTransaction' })`],
  ['someone who looks on', `await fetch(cloud.url + '_cloud/live')`],
]

it.each(doings)(
  'a program that closes its local cloud ends by itself: with %s under way',
  async (_what, doing) => {
    mkdirSync(join(folder, 'functions', 'any'), { recursive: true })
    writeFileSync(
      join(folder, 'functions', 'any', 'index.js'),
      `exports.main = ({ way }) => {
        while (way === 'loop');
        return way === 'hang' ? new Promise(() => {}) : way
      }`,
    )
    writeFileSync(
      join(folder, 'functions', 'any', 'config.json'),
      JSON.stringify({ triggers: [{ name: 'often', type: 'timer', config: '0 0 0 1 1 * 2099' }] }),
    )
    const start = join(__dirname, '../../tools/local-cloud/start-local-cloud.ts')
    const program = `
      const { startLocalCloud } = require(${JSON.stringify(start)})
      void (async () => {
        const cloud = await startLocalCloud({
          port: 0,
          dataDir: ${JSON.stringify(join(folder, 'data'))},
          functionsDir: ${JSON.stringify(join(folder, 'functions'))},
          functions: { any: { timeLimit: 600, memory: 64, runtime: 'Nodejs20.19', invoker: 'readers' } },
          log: () => {},
        })
        const post = async (path, body) =>
          (await fetch(cloud.url + path, { method: 'POST', body: JSON.stringify(body) })).text()
        const admin = (body) => post('admin', body)
        const call = (way) => post('client/callFunction', { name: 'any', data: { way } }).catch(() => {})
        const untilRunning = () => new Promise((resolve) => {
          const look = () => cloud.functions.calls('any').at(-1)?.outcome === 'running' && resolve()
          cloud.changes.listen(look)
          look()
        })
        ${doing}
        await cloud.close()
        process.stdout.write('closed')
      })()`
    const child = spawn(process.execPath, ['--import', 'tsx', '-e', program], {
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const ended = once(child, 'exit')
    expect(await Promise.all([text(child.stdout), text(child.stderr), ended])).toEqual([
      'closed',
      '',
      [0, null],
    ])
  },
  30_000,
)
