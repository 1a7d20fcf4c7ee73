import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { buildFunctions } from '../../config/build-functions'
import type { Figure } from './figure'
import { median } from './median'

const root = join(__dirname, '../..')
const cache = join(root, '.cache/cold-start')
const ROUNDS = 15

/** How long a new process takes to load a function: as it is uploaded, against one that finds its packages installed. */
export async function benchColdStart(): Promise<Figure[]> {
  const bundled = join(cache, 'bundled')
  const unbundled = join(cache, 'unbundled')
  await buildFunctions({ names: ['issues'], outDir: bundled })
  await buildFunctions({ names: ['issues'], outDir: unbundled, isBundledWhole: false })
  const times: [number[], number[]] = [[], []]
  for (let round = 0; round <= ROUNDS; round += 1) {
    const took = [await timeToLoad(bundled), await timeToLoad(unbundled)] as const
    // The first round only brings the files into the machine's memory.
    if (round > 0) times.forEach((list, side) => void list.push(took[side] ?? Number.NaN))
  }
  return [
    {
      name: 'reading/cold-start',
      value: median(times[0]) / median(times[1]),
      atMost: 0.7,
      baseline: 'loading the same function with its packages unbundled',
    },
  ]
}

const LOAD =
  'const start = performance.now(); require(process.argv[1]); console.log(performance.now() - start)'

async function timeToLoad(folder: string): Promise<number> {
  const args = ['-e', LOAD, join(folder, 'issues', 'index.js')]
  const { stdout } = await promisify(execFile)(process.execPath, args, {
    env: { ...process.env, TENCENTCLOUD_RUNENV: 'SCF' },
  })
  return Number(stdout)
}
