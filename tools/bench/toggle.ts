import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openMiniProgram } from '../../tests/weapp/support/mini-program'
import { type Toggle, toggleItems } from '../../tests/weapp/support/toggle-items'
import { build } from '../build/build'
import { startLocalCloud } from '../local-cloud/start-local-cloud'
import { publishSamples } from '../newsletter/publish-samples'
import type { Figure } from './figure'

const root = join(__dirname, '../..')

/** What a change costs apart from its text: names of nodes, and the paths to them. */
const ALLOWANCE = 1024

/** What the built mini-program sends to the screen when an item of the samples changes its language. */
export async function benchToggle(): Promise<Figure[]> {
  await build('functions', { ifStale: true })
  await build('weapp', { ifStale: true })
  const dataDir = mkdtempSync(join(tmpdir(), 'bench-'))
  const functionsDir = join(root, 'dist/cloudfunctions')
  const cloud = await startLocalCloud({ port: 0, dataDir, functionsDir, log: () => {} })
  try {
    const toggles: Toggle[] = []
    for (const id of await publishSamples(cloud.adminUrl)) {
      const phone = await openMiniProgram({ cloud, path: 'pages/issue/index', query: { id } })
      toggles.push(...(await toggleItems(phone)))
    }
    return figuresOf(toggles)
  } finally {
    await cloud.close()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

function figuresOf(toggles: readonly Toggle[]): Figure[] {
  const most = (measure: (toggle: Toggle) => number) => Math.max(...toggles.map(measure))
  return [
    {
      name: 'toggle/set-data',
      value: most(({ setDataBytes, shownBytes }) => (sum(setDataBytes) - ALLOWANCE) / shownBytes),
      atMost: 1.2,
      baseline: `the bytes of the text shown, ${ALLOWANCE} bytes aside; the dearest of ${toggles.length} toggles`,
    },
    {
      name: 'toggle/set-data-calls',
      value: most(({ setDataBytes }) => setDataBytes.length),
      atMost: 1,
      baseline: 'one toggle',
    },
  ]
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
