import { mkdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildFunctions } from '../../config/build-functions'
import { functions } from '../../config/functions'
import type { Figure } from '../bench/figure'
import { build } from '../build/build'

const root = join(__dirname, '../..')
const cache = join(root, '.cache/bare-sdk')

/** It holds the parsers of documents; only editors call it. */
const EXEMPT = 'importer'

/** What each function takes to load, against a function that does nothing but load the SDK. */
export async function functionBudgets(): Promise<Figure[]> {
  await build('functions', { ifStale: true })
  const sdk = await sdkSize()
  return Object.keys(functions)
    .filter((name) => name !== EXEMPT)
    .map((name) => {
      const { size } = statSync(join(root, 'dist/cloudfunctions', name, 'index.js'))
      return {
        name: `functions/${name}`,
        value: size / sdk,
        atMost: 1.5,
        baseline: `the bundle of the SDK alone (${size} B, ${sdk} B)`,
      }
    })
}

async function sdkSize(): Promise<number> {
  const source = join(cache, 'sdk')
  mkdirSync(source, { recursive: true })
  writeFileSync(join(source, 'index.ts'), "export { default } from 'wx-server-sdk'\n")
  await buildFunctions({ names: ['sdk'], sourceDir: cache, outDir: join(cache, 'built') })
  return statSync(join(cache, 'built/sdk/index.js')).size
}
