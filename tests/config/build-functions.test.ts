import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildFunctions } from '../../config/build-functions'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'build-functions-'))
})

afterEach(() => rmSync(folder, { recursive: true, force: true }))

function aFunction(name: string, files: Record<string, string>): void {
  mkdirSync(join(folder, 'source', name), { recursive: true })
  for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, 'source', name, file), text)
}

function build(names: readonly string[]): Promise<void> {
  return buildFunctions({ names, sourceDir: join(folder, 'source'), outDir: join(folder, 'built') })
}

const built = (...path: string[]) => join(folder, 'built', ...path)

it('bundles a function with all that it imports into one CommonJS file that exports main', async () => {
  aFunction('greeting', {
    'index.ts': "import { word } from './word'\nexport const main = (): string => word",
    'word.ts': "export const word = 'good day'",
  })
  await build(['greeting'])
  expect(require(built('greeting', 'index.js')).main()).toBe('good day')
})

it('builds only the functions that are named', async () => {
  aFunction('one', { 'index.ts': 'export const main = 1' })
  aFunction('two', { 'index.ts': 'export const main = 2' })
  await build(['two'])
  expect(existsSync(built('one'))).toBe(false)
  expect(existsSync(built('two', 'index.js'))).toBe(true)
})

it('copies config.json where there is one and declares nothing to install', async () => {
  aFunction('timer', { 'index.ts': 'export const main = 1', 'config.json': '{"triggers":[]}' })
  await build(['timer'])
  expect(readFileSync(built('timer', 'config.json'), 'utf8')).toBe('{"triggers":[]}')
  expect(JSON.parse(readFileSync(built('timer', 'package.json'), 'utf8'))).toEqual({
    name: 'timer',
    private: true,
    main: 'index.js',
  })
})

it('leaves nothing of an earlier build behind', async () => {
  aFunction('timer', { 'index.ts': 'export const main = 1', 'config.json': '{}' })
  await build(['timer'])
  rmSync(join(folder, 'source', 'timer', 'config.json'))
  await build(['timer'])
  expect(existsSync(built('timer', 'config.json'))).toBe(false)
})

it('takes the place of the earlier build within its folder, which is there at every moment', async () => {
  aFunction('greeting', { 'index.ts': 'export const main = 1' })
  await build(['greeting'])
  const before = statSync(built('greeting'))
  await build(['greeting'])
  expect(statSync(built('greeting')).ino).toBe(before.ino)
})

it('fails where a function cannot be built', async () => {
  aFunction('broken', { 'index.ts': "import './nowhere'\nexport const main = 1" })
  await expect(build(['broken'])).rejects.toThrow('nowhere')
})

it('keeps the earlier build, and nothing beside it, where a later one fails', async () => {
  aFunction('greeting', { 'index.ts': 'export const main = 1' })
  await build(['greeting'])
  aFunction('greeting', { 'index.ts': "import './nowhere'" })
  await expect(build(['greeting'])).rejects.toThrow('nowhere')
  expect(require(built('greeting', 'index.js')).main).toBe(1)
  expect(readdirSync(built())).toEqual(['greeting'])
})

it('includes the whole SDK, so that the file runs where nothing is installed', async () => {
  await buildFunctions({
    names: ['caller'],
    sourceDir: join(__dirname, '../fixtures/functions'),
    outDir: built(),
  })
  expect(readFileSync(built('caller', 'index.js'), 'utf8')).not.toMatch(
    /require\("(?:wx-server-sdk|mime-db)"\)/u,
  )
  expect(statSync(built('caller', 'index.js')).size).toBeGreaterThan(500_000)
})
