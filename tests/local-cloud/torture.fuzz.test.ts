import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createRandom } from '../support/create-random'
import { seeds } from '../support/seeds'
import type { FromCloud, FromWriter, ToWriter } from './torture/messages'

const WRITERS = 3
/** A cloud is killed after fewer acknowledged writes than this, while others are on their way. */
const MOST_WRITES = 150

const dataDir = mkdtempSync(join(tmpdir(), 'torture-'))
const all = seeds(8)
const writers = Array.from({ length: WRITERS }, (_, at) => spawn('writer-main.ts', `w${at}`, String(all[0])))

afterAll(() => {
  for (const writer of writers) writer.kill()
  rmSync(dataDir, { recursive: true, force: true })
})

function spawn(program: string, ...args: string[]): ChildProcess {
  return fork(join(__dirname, 'torture', program), args, { execArgv: ['--import', 'tsx'] })
}

async function startCloud(): Promise<{ child: ChildProcess; adminUrl: string }> {
  const child = spawn('cloud-main.ts', dataDir)
  const [{ adminUrl }] = (await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(([code]) => Promise.reject(new Error(`The cloud did not start: ${code}.`))),
  ])) as [FromCloud]
  return { child, adminUrl }
}

/** What a writer says to a message, and each write that it tells of meanwhile. */
function ask(writer: ChildProcess, message: ToWriter, onAcknowledged = () => {}): Promise<readonly string[]> {
  return new Promise((resolve, reject) => {
    const end = () => reject(new Error('A writer has ended.'))
    const listen = (said: FromWriter) => {
      if (said === 'acknowledged') return onAcknowledged()
      writer.off('message', listen).off('exit', end)
      resolve('checked' in said ? said.checked : said.stopped)
    }
    writer.on('message', listen).on('exit', end)
    writer.send(message)
  })
}

/** All that was written before must be there; answers how many writes were acknowledged in this round. */
async function round(writes: number): Promise<number> {
  const { child, adminUrl } = await startCloud()
  const ended = once(child, 'exit')
  const found = await Promise.all(writers.map((writer) => ask(writer, { check: adminUrl })))
  let acknowledged = 0
  const count = () => {
    acknowledged += 1
    if (acknowledged === writes) child.kill('SIGKILL')
  }
  const stopped = await Promise.all(writers.map((writer) => ask(writer, 'write', count)))
  child.kill('SIGKILL')
  // Until then the folder is its own.
  await ended
  expect([...found.flat(), ...stopped.flat()]).toEqual([])
  return acknowledged
}

it.each(all)(
  'finds all that was acknowledged, and nothing half written, after a kill (seed %d)',
  async (seed) => {
    const writes = 1 + createRandom(seed).below(MOST_WRITES)
    expect(await round(writes)).toBeGreaterThanOrEqual(writes)
  },
  60_000,
)

it('finds it after the last kill, too', async () => {
  await round(1)
}, 60_000)
