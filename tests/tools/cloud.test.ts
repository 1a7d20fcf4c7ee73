import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'
import { build } from '../../tools/build/build'

const root = join(__dirname, '../..')

/** So that no process below has to build or to wait for one that does. */
beforeAll(() => build('functions', { ifStale: true }), 60_000)

let dataDir: string
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'cloud-'))
})
afterEach(() => rmSync(dataDir, { recursive: true, force: true }))

function run(port: number | string, folder = dataDir) {
  const child = spawn(process.execPath, ['--import', 'tsx', join(root, 'tools/cloud.ts')], {
    cwd: root,
    env: { ...process.env, PORT: String(port), DATA_DIR: folder },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  return { child, stderr: text(child.stderr), end: once(child, 'exit') }
}

it.each(['SIGINT', 'SIGTERM'] as const)(
  'says once that it is ready, serves, and ends on %s',
  async (signal) => {
    const { child, stderr, end } = run(0)
    const lines: string[] = []
    const output = createInterface({ input: child.stdout }).on('line', (line) => lines.push(line))
    await once(output, 'line')
    const url = /^ready (http:\/\/127\.0\.0\.1:\d+\/)$/u.exec(lines[0] ?? '')?.[1] ?? ''
    const response = await fetch(`${url}admin`, {
      method: 'POST',
      body: '{"action":"database.getDocument","collectionName":"issues"}',
    })
    expect(await response.json()).toMatchObject({ data: { list: [] } })
    child.kill(signal)
    expect(await end).toEqual([0, null])
    expect(lines).toHaveLength(1)
    expect(await stderr).toBe('')
  },
  30_000,
)

it('names the port that is in use, in one line', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  await once(other, 'listening')
  const { port } = other.address() as AddressInfo
  const { stderr, end } = run(port)
  expect(await end).toEqual([1, null])
  expect(await stderr).toBe(`Port ${port} is already in use.\n`)
  other.close()
}, 30_000)

it('names the data folder that is not its own, in one line', async () => {
  writeFileSync(join(dataDir, 'thesis.txt'), 'mine')
  const { stderr, end } = run(0)
  expect(await end).toEqual([1, null])
  expect(await stderr).toBe(
    `${dataDir} holds files that are not the local cloud's; choose another folder for its data.\n`,
  )
}, 30_000)

it.each<[string, string, () => void]>([
  ['is a file', 'notes', () => writeFileSync(join(dataDir, 'notes'), '')],
  ['lies in a file', 'notes/data', () => writeFileSync(join(dataDir, 'notes'), '')],
  ['has a folder for its mark', '', () => mkdirSync(join(dataDir, 'local-cloud.json'))],
  [
    'has a file for its database',
    '',
    () => {
      writeFileSync(join(dataDir, 'local-cloud.json'), '{ "format": 2 }\n')
      writeFileSync(join(dataDir, 'database'), '')
    },
  ],
])(
  'names the data folder that %s, in one line',
  async (_what, name, prepare) => {
    prepare()
    const folder = join(dataDir, name)
    const { stderr, end } = run(0, folder)
    expect(await end).toEqual([1, null])
    const [line, ...rest] = (await stderr).split('\n')
    expect(line).toContain(`The data in ${folder} cannot be used: `)
    expect(rest).toEqual([''])
  },
  30_000,
)

it.each(['eighty', '70000', '-1'])(
  'refuses the port %s in one line',
  async (port) => {
    const { stderr, end } = run(port)
    expect(await end).toEqual([1, null])
    expect(await stderr).toBe(`PORT is ${port}, which is no port.\n`)
  },
  30_000,
)
