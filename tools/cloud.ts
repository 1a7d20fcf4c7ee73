/** `npm run cloud`: the local cloud alone, without the sample issues. */
import { build } from './build/build'
import { runLocalCloud } from './local-cloud/run-local-cloud'

async function main(): Promise<void> {
  await build('functions', { ifStale: true })
  await runLocalCloud()
}

void main()
