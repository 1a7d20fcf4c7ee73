/** `npm run build [TARGET...] [--if-stale]`: builds all three targets, or those named. */
import { build, isTarget, TARGETS } from './build/build'

async function main(args: readonly string[]): Promise<void> {
  const ifStale = args.includes('--if-stale')
  const named = args.filter((argument) => argument !== '--if-stale')
  const unknown = named.find((name) => !isTarget(name))
  if (unknown !== undefined) {
    process.stderr.write(`There is no target ${unknown}. Targets: ${TARGETS.join(', ')}.\n`)
    process.exitCode = 2
    return
  }
  for (const target of TARGETS) {
    if (named.length === 0 || named.includes(target)) await build(target, { ifStale })
  }
}

void main(process.argv.slice(2))
