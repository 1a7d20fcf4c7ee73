import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { locked } from '../../../tools/build/locked'

const root = join(__dirname, '../../..')

let folder: string
let lock: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'locked-'))
  lock = join(folder, 'cache', 'lock')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** Another process, which ends when its standard input does. */
function anotherProcess() {
  return spawn(process.execPath, ['-e', 'process.stdin.resume()'], { stdio: ['pipe', 'ignore', 'inherit'] })
}

it('does the work, answers its result and leaves nothing behind', async () => {
  expect(await locked(lock, async () => existsSync(lock))).toBe(true)
  expect(existsSync(lock)).toBe(false)
})

it('is free again after work that failed', async () => {
  await expect(locked(lock, () => Promise.reject(new Error('no luck')))).rejects.toThrow('no luck')
  expect(await locked(lock, async () => 'done')).toBe('done')
})

it('waits for a process that is still at work, and says so once', async () => {
  const said = jest.spyOn(process.stderr, 'write').mockReturnValue(true)
  const other = anotherProcess()
  await locked(lock, async () => {})
  writeFileSync(lock, String(other.pid))
  let isOver = false
  const work = locked(lock, async () => isOver)
  other.once('exit', () => {
    isOver = true
  })
  other.stdin.end()
  expect(await work).toBe(true)
  const sentence = `waiting for process ${other.pid}, whose lock is ${lock}\n`
  expect(said.mock.calls).toEqual([[sentence]])
  said.mockRestore()
})

it('takes over from a process that ended in the middle of its work', async () => {
  const { pid } = spawnSync(process.execPath, ['-e', ''])
  await locked(lock, async () => {})
  writeFileSync(lock, String(pid))
  expect(await locked(lock, async () => readFileSync(lock, 'utf8'))).toBe(String(process.pid))
})

it('lets one process at a time work, also where all of them find the lock of a dead one', async () => {
  const counter = join(folder, 'counter')
  const { pid } = spawnSync(process.execPath, ['-e', ''])
  await locked(lock, async () => {})
  writeFileSync(lock, String(pid))
  writeFileSync(counter, '0')
  const script = join(root, 'tests/fixtures/locked-counter.ts')
  const workers = Array.from({ length: 3 }, () =>
    spawn(process.execPath, ['--import', 'tsx', script, lock, counter], { cwd: root, stdio: 'inherit' }),
  )
  for (const [code] of await Promise.all(workers.map((worker) => once(worker, 'exit')))) expect(code).toBe(0)
  expect(readFileSync(counter, 'utf8')).toBe('900')
}, 30_000)
