import { spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { checkDatabase } from '../../../../tools/local-cloud/data/check-database'
import { lockDataFolder } from '../../../../tools/local-cloud/data/lock-data-folder'
import { openEnvironment } from '../../../../tools/local-cloud/data/open-environment'
import { Store } from '../../../../tools/local-cloud/database/store'
import { storeTables } from '../../../../tools/local-cloud/database/store-reader'
import { aCollection, anIndex } from '../../../support/temporary-store'

let parent: string
let folder: string
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'data-'))
  folder = join(parent, 'data')
  mkdirSync(folder)
})
afterEach(() => rmSync(parent, { recursive: true, force: true }))

const database = () => join(folder, 'database', 'data.mdb')
const configs = { c: aCollection(anIndex('n', [['n', 1]])) }

/** Leaves a folder with so many documents, closed in order or as after a kill. */
async function leave(count: number, end: 'closed' | 'killed'): Promise<void> {
  const environment = await openEnvironment(folder)
  const store = new Store(environment, configs)
  store.prepare()
  store.write(() => {
    for (let n = 0; n < count; n += 1) store.put('c', `id${n}`, { _id: `id${n}`, n, text: '一二三' }, null)
  })
  await environment.close()
  if (end === 'killed') rmSync(`${database()}.seal.json`)
}

const open = async () => (await openEnvironment(folder)).close()
const damaged = { code: 'DAMAGED_DATA' }

it('opens a new folder, and again what it has left there, also after a kill', async () => {
  await leave(10, 'closed')
  await open()
  await leave(10, 'killed')
  await open()
})

it('refuses a folder with the files of others, and leaves it alone', async () => {
  writeFileSync(join(folder, 'thesis.txt'), 'mine')
  await expect(open()).rejects.toMatchObject({
    code: 'FOREIGN_DATA',
    message: `${folder} holds files that are not the local cloud's; choose another folder for its data.`,
  })
  expect(readdirSync(folder)).toEqual(['thesis.txt'])
})

it('refuses a folder that another local cloud uses, until that has ended', async () => {
  const first = await openEnvironment(folder)
  await expect(openEnvironment(folder)).rejects.toMatchObject({ code: 'DATA_IN_USE' })
  await first.close()
  await open()
})

it('keeps its lock on a folder that is moved, and reads it through at the next start', async () => {
  const first = await openEnvironment(folder)
  const store = new Store(first, configs)
  store.prepare()
  store.write(() => store.put('c', 'a', { _id: 'a', n: 1 }, null))
  const moved = join(parent, 'moved')
  renameSync(folder, moved)
  await expect(openEnvironment(moved)).rejects.toMatchObject({ code: 'DATA_IN_USE' })
  store.write(() => store.put('c', 'b', { _id: 'b', n: 2 }, null))
  await first.close()
  const second = await openEnvironment(moved)
  expect(new Store(second, configs).count('c')).toBe(2)
  await second.close()
})

it('lets in one of two that start at once where another was killed', async () => {
  const lock = join(__dirname, '../../../../tools/local-cloud/data/lock-data-folder')
  const program = `require(process.argv[1]).lockDataFolder(process.argv[2]).then(() => console.log('locked'))
    setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--import', 'tsx', '-e', program, lock, folder])
  await once(child.stdout, 'data')
  await expect(lockDataFolder(folder)).rejects.toMatchObject({ code: 'DATA_IN_USE' })
  child.kill('SIGKILL')
  await once(child, 'exit')
  const both = await Promise.allSettled([lockDataFolder(folder), lockDataFolder(folder)])
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  for (const one of both) if (one.status === 'fulfilled') await one.value()
})

it('moves aside what another version has written, and begins anew', async () => {
  writeFileSync(join(folder, 'local-cloud.json'), '{ "format": 99 }\n')
  await expect(open()).rejects.toMatchObject(damaged)
  expect(readdirSync(`${folder}.damaged`)).toEqual(['local-cloud.json'])
  await open()
})

describe.each(['closed', 'killed'] as const)('a database that was left %s', (end) => {
  it.each([
    ['junk', () => Buffer.from('x'.repeat(10_000))],
    ['zeros', () => Buffer.alloc(10_000)],
    ['empty', () => Buffer.alloc(0)],
    ['cut short', (whole: Buffer) => whole.subarray(0, whole.length - 4096)],
    ['cut to its first page', (whole: Buffer) => whole.subarray(0, 4096)],
    ['a document changed', (whole: Buffer) => changed(whole, '一二三', '一二四')],
  ])('is moved aside as it is where it is damaged: %s', async (_name, damage) => {
    await leave(100, end)
    const bytes = damage(readFileSync(database()))
    writeFileSync(database(), bytes)
    await expect(open()).rejects.toMatchObject({
      ...damaged,
      message: `The data in ${folder} is damaged; it has been moved to ${folder}.damaged, and the next start begins anew.`,
    })
    expect(existsSync(folder)).toBe(false)
    expect(readFileSync(join(`${folder}.damaged`, 'database', 'data.mdb')).equals(bytes)).toBe(true)
    await open()
  })
})

it('leaves alone what a kill has left where nothing can read it through', async () => {
  await leave(10, 'killed')
  const program = join(parent, 'node-without-tsx')
  writeFileSync(program, '#!/bin/sh\nexit 1\n', { mode: 0o755 })
  const replaced = jest.replaceProperty(process, 'execPath', program)
  await expect(open()).rejects.toThrow('as tsx does not run here (1)')
  replaced.restore()
  expect(readdirSync(parent)).toEqual(['data', 'node-without-tsx'])
  await open()
})

it('does not begin anew where data that was sealed is gone', async () => {
  await leave(10, 'closed')
  rmSync(database())
  await expect(open()).rejects.toMatchObject(damaged)
  expect(readdirSync(join(`${folder}.damaged`, 'database'))).toContain('data.mdb.seal.json')
})

it('closes and opens again where it could not be sealed', async () => {
  const environment = await openEnvironment(folder)
  const part = `${database()}.seal.json.part`
  mkdirSync(part)
  await environment.close()
  rmSync(part, { recursive: true })
  await open()
})

it('looks at what a kill has left also where the folder is named from here', async () => {
  await leave(100, 'killed')
  writeFileSync(database(), changed(readFileSync(database()), '一二三', '一二四'))
  await expect(openEnvironment(relative(process.cwd(), folder))).rejects.toMatchObject(damaged)
})

it('notices each single changed byte of what was closed in order', async () => {
  await leave(5, 'closed')
  const whole = readFileSync(database())
  for (let at = 0; at < whole.length; at += 997) {
    const bytes = Buffer.from(whole)
    bytes[at] = (bytes[at] ?? 0) ^ 1
    writeFileSync(database(), bytes)
    await expect(open()).rejects.toMatchObject(damaged)
    rmSync(folder, { recursive: true, force: true })
    await leave(5, 'closed')
  }
})

it('keeps each damaged folder beside those before it', async () => {
  for (const count of [1, 2]) {
    await leave(count, 'closed')
    writeFileSync(database(), 'x')
    await expect(open()).rejects.toMatchObject(damaged)
  }
  expect(readdirSync(parent).sort()).toEqual(['data.damaged', 'data.damaged-2'])
})

describe('what is read to its end after a kill', () => {
  it.each<[string, (tables: ReturnType<typeof storeTables>) => void, string]>([
    [
      'a document without its entry',
      ({ entries }) => void entries.removeSync(['c', 'n', 10, 3, 'id3']),
      'misses',
    ],
    [
      'an entry without a document',
      ({ documents }) => void documents.removeSync(['c', 'id3']),
      'no document',
    ],
    [
      'a document of no collection',
      ({ documents }) => void documents.putSync(['d', 'id3'], String(documents.get(['c', 'id3']))),
      'no collection',
    ],
    [
      'a document in the place of another',
      ({ documents }) => void documents.putSync(['c', 'id3'], String(documents.get(['c', 'id4']))),
      'the id of another',
    ],
  ])('may not have %s', async (_name, damage, said) => {
    await leave(10, 'closed')
    const environment = await openEnvironment(folder)
    expect(() => checkDatabase(environment)).not.toThrow()
    damage(storeTables(environment))
    expect(() => checkDatabase(environment)).toThrow(said)
    await environment.close()
  })
})

function changed(whole: Buffer, from: string, to: string): Buffer {
  const bytes = Buffer.from(whole)
  const at = bytes.lastIndexOf(from)
  expect(at).toBeGreaterThan(0)
  bytes.write(to, at)
  return bytes
}
