import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { collections } from '../../config/database'
import { type LocalCloud, startLocalCloud } from '../../tools/local-cloud/start-local-cloud'
import { anSdkDatabase } from '../support/sdk-database'

const root = join(__dirname, '../..')
/** After how many acknowledged writes it is killed, while others are on their way. */
const ROUNDS = [1, 2, 5, 20, 60]
const WRITERS = 4

let dataDir: string
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'durability-'))
})
afterEach(() => rmSync(dataDir, { recursive: true, force: true }))

/** A local cloud in a process of its own, which can be killed. */
async function spawnCloud(): Promise<{ child: ChildProcess; adminUrl: string }> {
  const child = spawn(process.execPath, ['--import', 'tsx', join(root, 'tools/cloud.ts')], {
    cwd: root,
    env: { ...process.env, PORT: '0', DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string]
  return { child, adminUrl: `${line.replace('ready ', '')}admin` }
}

const local = ({ adminUrl }: { adminUrl: string }) =>
  anSdkDatabase({ adminUrl } as LocalCloud).collection('issues')

it('keeps every write that was acknowledged before it was killed', async () => {
  const acknowledged = new Map<string, number>()
  let change = 0
  for (const round of ROUNDS) {
    const { child, adminUrl } = await spawnCloud()
    const ended = once(child, 'exit')
    const issues = local({ adminUrl })
    let count = 0
    const writers = Array.from({ length: WRITERS }, async (_, writer) => {
      for (;;) {
        // Each writer has documents of its own, so the last that was acknowledged is the least that must be there.
        const number = ++change
        const _id = `writer ${writer}, ${number % 10}`
        await issues.doc(_id).set({ data: { change: number, text: 'x'.repeat(5000) } })
        acknowledged.set(_id, number)
        if (++count === round) child.kill('SIGKILL')
      }
    })
    await Promise.allSettled(writers)
    await ended
  }

  const cloud = await startLocalCloud({ port: 0, dataDir, functionsDir: dataDir, collections, log: () => {} })
  const { data } = await anSdkDatabase(cloud).collection('issues').limit(1000).get()
  const stored = new Map(data.map(({ _id, change: number }) => [String(_id), Number(number)]))
  for (const [id, number] of acknowledged) expect(stored.get(id)).toBeGreaterThanOrEqual(number)
  for (const document of data) expect(document.text).toHaveLength(5000)
  // The unique index holds exactly what the documents do.
  const ordered = await anSdkDatabase(cloud).collection('issues').orderBy('change', 'asc').limit(1000).get()
  expect(ordered.data.map(({ change: number }) => number)).toEqual([...stored.values()].sort((a, b) => a - b))
  await cloud.close()
}, 60_000)
