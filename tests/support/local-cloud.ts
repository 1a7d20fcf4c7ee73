import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import cloud from 'wx-server-sdk'
import {
  type LocalCloud,
  type LocalCloudOptions,
  startLocalCloud,
} from '../../tools/local-cloud/start-local-cloud'
import { connectSdk } from '../../tools/newsletter/connect-sdk'

/**
 * A local cloud on a free port with a data folder of its own, which is gone after `close`. Its log is not shown, and no
 * timer fires unless its clock is moved.
 */
export async function startTestCloud(options: Partial<LocalCloudOptions> = {}): Promise<LocalCloud> {
  const dataDir = mkdtempSync(join(tmpdir(), 'local-cloud-'))
  const functionsDir = join(__dirname, '../../dist/cloudfunctions')
  const started = await startLocalCloud({
    port: 0,
    dataDir,
    functionsDir,
    log: () => {},
    clock: 'moved',
    ...options,
  })
  return {
    ...started,
    async close() {
      await started.close()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

/** The real, unmodified SDK, pointed at this local cloud; the one most recently asked for wins. */
export function sdkFor({ adminUrl }: LocalCloud): typeof cloud {
  connectSdk(adminUrl)
  // The SDK's own types do not know that this symbol is what `env` takes.
  cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV as unknown as string })
  return cloud
}
