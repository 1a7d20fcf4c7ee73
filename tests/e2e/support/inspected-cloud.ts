import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildFunctions } from '../../../config/build-functions'
import { collections } from '../../../config/database'
import { functions } from '../../../config/functions'
import type { LocalCloud, LocalCloudOptions } from '../../../tools/local-cloud/start-local-cloud'
import { publishSamples } from '../../../tools/newsletter/publish-samples'
import { startTestCloud } from '../../support/local-cloud'

const root = join(__dirname, '../../..')

/**
 * A local cloud of one file of tests, with the samples and the browser build, for what would disturb others who look
 * at the same server: its clock and its faults. It has a function with a timer, which stores what it is given.
 */
export async function startInspectedCloud(options: Partial<LocalCloudOptions> = {}): Promise<LocalCloud> {
  const functionsDir = mkdtempSync(join(tmpdir(), 'functions-'))
  const sourceDir = join(root, 'tests/fixtures/functions')
  await buildFunctions({ names: ['ticker'], sourceDir, outDir: functionsDir })
  // Without `alerts`, whose timer would fall every 30 seconds on the way to where a test moves the clock.
  const { issues, subscriptions } = functions
  for (const name of ['issues', 'subscriptions'])
    cpSync(join(root, 'dist/cloudfunctions', name), join(functionsDir, name), { recursive: true })
  const cloud = await startTestCloud({
    functionsDir,
    siteDir: join(root, 'dist/h5'),
    functions: {
      ...(issues && { issues }),
      ...(subscriptions && { subscriptions }),
      ticker: { timeLimit: 20, memory: 256, runtime: 'Nodejs20.19', invoker: 'none' },
    },
    collections: { ...collections, ticks: { read: 'nobody', indexes: [] } },
    ...options,
  })
  await publishSamples(cloud.adminUrl)
  return {
    ...cloud,
    async close() {
      await cloud.close()
      rmSync(functionsDir, { recursive: true, force: true })
    },
  }
}
