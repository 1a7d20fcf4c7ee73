/** `tsx config/build-functions.ts`: makes `dist/cloudfunctions/`, as it is uploaded. */

import { existsSync } from 'node:fs'
import { copyFile, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { build, type Plugin } from 'esbuild'
import { functions } from './functions'

const root = join(__dirname, '..')

export type BuildFunctionsOptions = {
  /** Names of folders in `sourceDir`; all that are configured where absent. */
  names?: readonly string[]
  sourceDir?: string
  outDir?: string
  /** False leaves packages to `require`, for comparison only: the cloud installs nothing. */
  isBundledWhole?: boolean
}

/** Bundles each function into one file with all that it needs, the SDK included: nothing is installed in the cloud. */
export async function buildFunctions({
  names = Object.keys(functions),
  sourceDir = join(root, 'cloudfunctions'),
  outDir = join(root, 'dist/cloudfunctions'),
  isBundledWhole = true,
}: BuildFunctionsOptions = {}): Promise<void> {
  await Promise.all(
    names.map((name) => buildFunction(join(sourceDir, name), resolve(outDir, name), isBundledWhole)),
  )
}

/** Data is parsed faster as JSON than as code: the SDK brings the table of media types, twice, 140 kB each. */
const jsonAsText: Plugin = {
  name: 'json-as-text',
  setup(building) {
    building.onLoad({ filter: /\.json$/ }, async ({ path }) => {
      const text = JSON.stringify(JSON.parse(await readFile(path, 'utf8')))
      return { contents: `module.exports = JSON.parse(${JSON.stringify(text)})`, loader: 'js' }
    })
  },
}

/** A build takes the place of the earlier one only when it is whole. */
async function buildFunction(source: string, target: string, isBundledWhole: boolean): Promise<void> {
  const unfinished = `${target}.unfinished`
  await rm(unfinished, { recursive: true, force: true })
  await mkdir(unfinished, { recursive: true })
  try {
    await fill(unfinished, source, isBundledWhole)
    await replace(target, unfinished)
  } finally {
    await rm(unfinished, { recursive: true, force: true })
  }
}

/** File by file, each at once: a folder cannot take another's place, and a running cloud would find none for a moment. */
async function replace(target: string, finished: string): Promise<void> {
  await mkdir(target, { recursive: true })
  const names = await readdir(finished)
  for (const name of names) await rename(join(finished, name), join(target, name))
  for (const name of await readdir(target))
    if (!names.includes(name)) await rm(join(target, name), { recursive: true })
}

async function fill(target: string, source: string, isBundledWhole: boolean): Promise<void> {
  await build({
    entryPoints: [join(source, 'index.ts')],
    outfile: join(target, 'index.js'),
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    minify: true,
    // No keepNames: it wraps every function of the SDK in a call, and a cold start pays for each.
    plugins: [jsonAsText],
    legalComments: 'none',
    logLevel: 'silent',
    ...(isBundledWhole ? {} : { packages: 'external' }),
  })
  const manifest = { name: basename(source), private: true, main: 'index.js' }
  await writeFile(join(target, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`)
  const config = join(source, 'config.json')
  if (existsSync(config)) await copyFile(config, join(target, 'config.json'))
}

if (process.argv[1] === __filename) void buildFunctions()
