import { join } from 'node:path'
import { configuredPort } from './configured-port'
import { LocalCloudError } from './local-cloud-error'
import { type LocalCloud, startLocalCloud } from './start-local-cloud'

type Run = {
  /** What is done before others are told that it is ready. */
  beforeReady?: (adminUrl: string) => Promise<unknown>
}

const dist = join(__dirname, '../../dist')

/** A local cloud as a program: PORT and DATA_DIR from the environment, one line on standard output, ends on a signal. */
export async function runLocalCloud({ beforeReady }: Run = {}): Promise<void> {
  const cloud = await startOrExplain()
  if (!cloud) return
  const end = () => void cloud.close().then(() => process.exit(0))
  process.once('SIGINT', end)
  process.once('SIGTERM', end)
  await beforeReady?.(cloud.adminUrl)
  process.stdout.write(`ready ${cloud.url}\n`)
}

async function startOrExplain(): Promise<LocalCloud | null> {
  try {
    return await startLocalCloud({
      port: configuredPort(),
      dataDir: process.env.DATA_DIR || '.data',
      functionsDir: join(dist, 'cloudfunctions'),
      siteDir: join(dist, 'h5'),
    })
  } catch (thrown) {
    if (!(thrown instanceof LocalCloudError)) throw thrown
    process.stderr.write(`${thrown.message}\n`)
    process.exitCode = 1
    return null
  }
}
