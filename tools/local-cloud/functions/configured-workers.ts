import { LocalCloudError } from '../local-cloud-error'

const DEFAULT = 8

/** How many workers of one function there may be at once: CLOUD_WORKERS of the environment. */
export function configuredWorkers(): number {
  const text = process.env.CLOUD_WORKERS || String(DEFAULT)
  if (/^[1-9]\d{0,2}$/u.test(text)) return Number(text)
  throw new LocalCloudError('NO_SETTING', `CLOUD_WORKERS is ${text}, which is no number from 1 to 999.`)
}
