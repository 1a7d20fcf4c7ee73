import { build } from '../../../tools/build/build'

/** Before the first test of this folder, and for no other test: what is tested is what is built. */
export default async function setUp(): Promise<void> {
  await build('functions', { ifStale: true })
  await build('weapp', { ifStale: true })
}
