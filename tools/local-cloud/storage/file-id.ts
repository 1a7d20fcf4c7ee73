import { CloudError } from '../cloud-error'
import { LOCAL } from '../functions/call-identity'

/** As in the cloud: the environment, and the bucket that WeChat made for it. */
const PREFIX = `cloud://${LOCAL.env}.${Buffer.from(LOCAL.env.slice(0, 2)).toString('hex')}-${LOCAL.env}/`

export function fileIdOf(path: string): string {
  return `${PREFIX}${path}`
}

/** The path of a file of this environment; any path, for what is not there is not found. */
export function pathOf(fileId: string): string {
  if (fileId.startsWith(PREFIX)) return fileId.slice(PREFIX.length)
  if (fileId.startsWith('cloud://'))
    throw new CloudError('STORAGE_EXCEED_AUTHORITY', 'The file is in another environment.')
  throw new CloudError('INVALID_PARAM', 'The file id does not begin with cloud://.')
}
