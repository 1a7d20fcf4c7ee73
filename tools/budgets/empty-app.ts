import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { packageBinary } from '../build/package-binary'

const root = join(__dirname, '../..')
const cache = join(root, '.cache/empty-app')

/** What the build of the mini-program is set by, and so the build of the empty one. */
const SETTINGS = [
  'config/index.ts',
  'config/aria-plugin.ts',
  'config/button-plugin.ts',
  'config/project-config-plugin.ts',
  'config/subpackage-templates-plugin.ts',
  'config/valibot-plugin.ts',
  'babel.config.js',
  'project.config.json',
]

/** The least that Taro calls an app: one page with one word. */
const SOURCES: Record<string, string> = {
  'package.json': '{ "name": "empty-app", "private": true }\n',
  // The settings copy this folder, so that there has to be one.
  'src/tab-bar/none.png': '',
  'src/app.config.ts': "export default defineAppConfig({ pages: ['pages/index/index'] })\n",
  'src/app.tsx': 'export default function App({ children }) { return children }\n',
  'src/pages/index/index.config.ts': "export default definePageConfig({ navigationBarTitleText: '' })\n",
  'src/pages/index/index.tsx':
    "import { Text, View } from '@tarojs/components'\n" +
    'export default function Index() { return <View><Text>Hello</Text></View> }\n',
}

/** Builds an empty mini-program with the settings of ours, once for every change of them; answers its folder. */
export async function buildEmptyApp(): Promise<string> {
  const built = join(cache, 'dist/weapp')
  const stamp = join(cache, 'stamp')
  const state = fingerprint()
  if (existsSync(built) && existsSync(stamp) && readFileSync(stamp, 'utf8') === state) return built
  rmSync(cache, { recursive: true, force: true })
  for (const file of SETTINGS) cpSync(join(root, file), join(cache, file), { recursive: true })
  for (const [file, text] of Object.entries(SOURCES)) {
    mkdirSync(dirname(join(cache, file)), { recursive: true })
    writeFileSync(join(cache, file), text)
  }
  await runTaro()
  writeFileSync(stamp, state)
  return built
}

function fingerprint(): string {
  const hash = createHash('sha256').update(JSON.stringify(SOURCES))
  for (const file of [...SETTINGS, 'package-lock.json']) hash.update(readFileSync(join(root, file)))
  return hash.digest('hex')
}

function runTaro(): Promise<void> {
  const taro = spawn(process.execPath, [packageBinary('taro'), 'build', '--type', 'weapp'], {
    cwd: cache,
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const output: Buffer[] = []
  taro.stdout.on('data', (chunk: Buffer) => output.push(chunk))
  taro.stderr.on('data', (chunk: Buffer) => output.push(chunk))
  return new Promise((resolve, reject) => {
    taro.on('error', reject)
    taro.on('close', (code) => {
      if (code === 0) resolve()
      else reject(new Error(`The empty app could not be built:\n${Buffer.concat(output)}`))
    })
  })
}
