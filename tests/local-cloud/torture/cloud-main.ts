/** `cloud-main.ts DATA_DIR`: a local cloud to be killed. */
import { startLocalCloud } from '../../../tools/local-cloud/start-local-cloud'
import { aCollection, anIndex } from '../../support/temporary-store'
import type { FromCloud } from './messages'

async function main(dataDir: string): Promise<void> {
  const { adminUrl } = await startLocalCloud({
    port: 0,
    dataDir,
    functionsDir: dataDir,
    functions: {},
    collections: {
      documents: aCollection(
        anIndex('owner', [
          ['owner', 1],
          ['n', -1],
        ]),
        anIndex('tags', [['tags', 1]]),
        anIndex('serial', [['serial', 1]], true),
      ),
      claims: aCollection(anIndex('key', [['key', 1]], true)),
    },
  })
  process.send?.({ adminUrl } satisfies FromCloud)
}

void main(String(process.argv[2]))
