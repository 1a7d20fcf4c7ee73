import { LocalCloudError } from './local-cloud-error'

/** The local cloud's port: PORT of the environment, or 8080. */
export function configuredPort(): number {
  const text = process.env.PORT || '8080'
  if (/^\d{1,5}$/u.test(text) && Number(text) < 65_536) return Number(text)
  throw new LocalCloudError('NO_PORT', `PORT is ${text}, which is no port.`)
}
