import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { locked } from './locked'
import { packageBinary } from './package-binary'

export const TARGETS = ['functions', 'h5', 'weapp'] as const
export type Target = (typeof TARGETS)[number]

export const isTarget = (name: string): name is Target => (TARGETS as readonly string[]).includes(name)

const root = join(__dirname, '../..')

/** What goes into a build; a change in any of it makes the build stale. */
const INPUTS: Record<Target, readonly string[]> = {
  functions: ['cloudfunctions', 'src/shared', 'config', 'package.json', 'package-lock.json'],
  h5: ['src', 'config', 'babel.config.js', 'package.json', 'package-lock.json'],
  weapp: ['src', 'config', 'babel.config.js', 'project.config.json', 'package.json', 'package-lock.json'],
}

const OUTPUTS: Record<Target, string> = {
  functions: 'dist/cloudfunctions',
  h5: 'dist/h5',
  weapp: 'dist/weapp',
}

const COMMANDS: Record<Target, readonly string[]> = {
  functions: ['tsx', 'config/build-functions.ts'],
  h5: ['taro', 'build', '--type', 'h5'],
  weapp: ['taro', 'build', '--type', 'weapp'],
}

/**
 * Builds a target into `dist/`; its own output goes to standard error, and only when it fails. One process at a time
 * builds a target: `npm start` and the tests may both find it stale.
 */
export async function build(target: Target, { ifStale = false } = {}): Promise<void> {
  if (ifStale && isBuilt(target, fingerprint(target))) return
  await locked(join(root, '.cache', `building-${target}`), async () => {
    const state = fingerprint(target)
    // Whoever was at it before may have built just this.
    if (ifStale && isBuilt(target, state)) return
    rmSync(stampPath(target), { force: true })
    process.stderr.write(`building ${target}\n`)
    await run(COMMANDS[target])
    writeFileSync(stampPath(target), state)
  })
}

const stampPath = (target: Target) => join(root, '.cache', `built-${target}`)

function isBuilt(target: Target, state: string): boolean {
  try {
    return existsSync(join(root, OUTPUTS[target])) && readFileSync(stampPath(target), 'utf8') === state
  } catch {
    // There is no stamp, or one who builds has just removed it.
    return false
  }
}

function fingerprint(target: Target): string {
  const { TARO_APP_LOCAL_CLOUD = '', TARO_APP_CLOUD_ENV = '' } = process.env
  const hash = createHash('sha256').update(
    JSON.stringify([process.version, TARO_APP_LOCAL_CLOUD, TARO_APP_CLOUD_ENV]),
  )
  for (const input of INPUTS[target]) addFiles(hash, input)
  return hash.digest('hex')
}

function addFiles(hash: ReturnType<typeof createHash>, path: string): void {
  const absolute = join(root, path)
  const entries = path.includes('.') ? null : readdirSync(absolute, { withFileTypes: true })
  if (!entries) {
    hash.update(path).update(readFileSync(absolute))
    return
  }
  for (const entry of entries.sort((one, other) => (one.name < other.name ? -1 : 1))) {
    if (entry.isDirectory()) addFiles(hash, `${path}/${entry.name}`)
    else hash.update(`${path}/${entry.name}`).update(readFileSync(join(absolute, entry.name)))
  }
}

function run([name = '', ...args]: readonly string[]): Promise<void> {
  const child = spawn(process.execPath, [packageBinary(name), ...args], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const output: Buffer[] = []
  child.stdout.on('data', (chunk: Buffer) => output.push(chunk))
  child.stderr.on('data', (chunk: Buffer) => output.push(chunk))
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => {
      if (code === 0) return resolve()
      process.stderr.write(Buffer.concat(output))
      reject(new Error(`${name} ${args.join(' ')} ended with ${code}`))
    })
  })
}
