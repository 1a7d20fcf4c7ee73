import { join } from 'node:path'
import type { Figure } from '../bench/figure'
import { build } from '../build/build'
import { buildEmptyApp } from './empty-app'
import { mainPackageSize } from './package-size'

/** What every reader downloads, against what Taro alone takes. */
export async function mainPackageBudget(): Promise<Figure[]> {
  await build('weapp', { ifStale: true })
  const size = mainPackageSize(join(__dirname, '../../dist/weapp'))
  const empty = mainPackageSize(await buildEmptyApp())
  return [
    {
      name: 'weapp/main-package',
      value: size / empty,
      atMost: 1.35,
      baseline: `an empty Taro app built with the same settings (${size} B, ${empty} B)`,
    },
  ]
}
