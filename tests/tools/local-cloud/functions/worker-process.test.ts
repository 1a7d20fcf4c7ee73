import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { WorkerProcess } from '../../../../tools/local-cloud/functions/worker-process'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'worker-'))
})

afterEach(() => rmSync(folder, { recursive: true, force: true }))

function entryOf(code: string): string {
  const entry = join(folder, 'index.js')
  writeFileSync(entry, code)
  return entry
}

it('takes an event and gives a result of any size whole', async () => {
  const entry = entryOf('exports.main = ({ text }) => [text, text]')
  const text = '一\u2028"\n'.repeat(1024 * 1024)
  const answer = await new Promise<string>((resolve, reject) => {
    const worker: WorkerProcess = new WorkerProcess(
      { entry, env: {}, clockOffset: () => 0, memory: 256 },
      {
        onMessage(message) {
          if (message.type === 'ready')
            worker.invoke({ run: 'r1', event: JSON.stringify({ text }), context: {}, variables: {} })
          if (message.type !== 'result') return
          resolve(message.text)
          void worker.terminate()
        },
        onEnd: reject,
      },
    )
  })
  expect(answer === JSON.stringify([text, text])).toBe(true)
})

it('ends, though what it has begun goes on and holds its pipes', async () => {
  const entry = entryOf(`exports.main = () => {
    const { spawn } = require('node:child_process')
    const left = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60_000)'], { stdio: 'inherit' })
    console.log(left.pid)
    process.exit(3)
  }`)
  let left = 0
  const reason = await new Promise<Error>((resolve) => {
    const worker: WorkerProcess = new WorkerProcess(
      { entry, env: {}, clockOffset: () => 0, memory: 256 },
      {
        onMessage(message) {
          if (message.type === 'ready') worker.invoke({ run: 'r1', event: '{}', context: {}, variables: {} })
          if (message.type === 'line') left = Number(message.line)
        },
        onEnd: resolve,
      },
    )
  })
  expect(reason.message).toBe("The function's process ended with 3.")
  // It was still there.
  expect(process.kill(left, 'SIGKILL')).toBe(true)
})

it('ends with the local cloud, however that ends, also in the middle of an endless loop', async () => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const entry = entryOf(`exports.main = () => {
    const { port } = ${JSON.stringify(server.address())}
    require('node:net').connect(port, '127.0.0.1').on('connect', () => { for (;;); })
    return new Promise(() => {})
  }`)
  const file = join(__dirname, '../../../../tools/local-cloud/functions/worker-process.ts')
  const program = `
    const { WorkerProcess } = require(${JSON.stringify(file)})
    const options = { entry: ${JSON.stringify(entry)}, env: {}, clockOffset: () => 0, memory: 64 }
    const worker = new WorkerProcess(options, {
      onMessage: ({ type }) => type === 'ready' &&
        worker.invoke({ run: 'r1', event: '{}', context: {}, variables: {} }),
      onEnd() {},
    })`
  const local = spawn(process.execPath, ['--import', 'tsx', '-e', program], { stdio: 'ignore' })
  const [connection] = (await once(server, 'connection')) as [Socket]
  // It cannot say goodbye in any way.
  const closed = once(
    connection.resume().on('error', () => {}),
    'close',
  )
  local.kill('SIGKILL')
  await closed
  server.close()
})
