/**
 * `cloud-main.ts DATA_DIR FUNCTIONS_DIR`: a local cloud with the collections of this measurement. Says where it is.
 */
import { startLocalCloud } from '../../local-cloud/start-local-cloud'
import { COLLECTIONS, FUNCTION } from './setting'

async function main(dataDir = '', functionsDir = ''): Promise<void> {
  const cloud = await startLocalCloud({
    port: 0,
    dataDir,
    functionsDir,
    collections: COLLECTIONS,
    functions: { [FUNCTION.name]: FUNCTION.config },
  })
  process.send?.({ adminUrl: cloud.adminUrl })
  process.once('message', () => void cloud.close().then(() => process.exit(0)))
}

void main(...process.argv.slice(2))
