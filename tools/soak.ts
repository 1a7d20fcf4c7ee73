/**
 * `npm run soak -- [GROUP] [--seeds N] [--from SEED]`: the randomised tests (`*.fuzz.test.ts`) in full numbers.
 * GROUP is a part of a test's path; a failure prints its seed, and --from goes on where a run was stopped.
 */
import { spawnSync } from 'node:child_process'
import { parseArgs } from 'node:util'
import { packageBinary } from './build/package-binary'

/** Small enough that a stopped run loses little, large enough that starting jest does not count. */
const BATCH = 250

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { seeds: { type: 'string', default: '1000' }, from: { type: 'string', default: '1' } },
})
const first = Number(values.from)
const end = first + Number(values.seeds)
const pattern = `${positionals[0] ?? ''}.*\\.fuzz\\.test\\.ts$`

for (let from = first; from < end; from += BATCH) {
  const count = Math.min(BATCH, end - from)
  process.stdout.write(`seeds ${from} to ${from + count - 1}\n`)
  const { status } = spawnSync(process.execPath, [packageBinary('jest'), pattern], {
    stdio: 'inherit',
    env: { ...process.env, SOAK_SEEDS: String(count), SOAK_FROM: String(from) },
  })
  if (status !== 0) {
    process.stdout.write(`Failed between seeds ${from} and ${from + count - 1}; go on with --from ${from}.\n`)
    process.exit(1)
  }
}
