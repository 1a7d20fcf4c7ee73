/**
 * `npm run cloud`: the local cloud alone, without the sample issues. `npm run cloud -- export FILE` and `import FILE`:
 * all that the running one (PORT) keeps, as lines of JSON.
 */
import { build } from './build/build'
import { exchange, isDirection } from './local-cloud/exchange/exchange'
import { runLocalCloud } from './local-cloud/run-local-cloud'

const USAGE = `Usage: npm run cloud
       npm run cloud -- export FILE
       npm run cloud -- import FILE
`

async function main([direction, file, ...rest]: readonly string[]): Promise<void> {
  if (direction === undefined) {
    await build('functions', { ifStale: true })
    await runLocalCloud()
  } else if (isDirection(direction) && file !== undefined && rest.length === 0) {
    process.exitCode = await exchange(direction, file)
  } else {
    process.stderr.write(USAGE)
    process.exitCode = 2
  }
}

void main(process.argv.slice(2))
