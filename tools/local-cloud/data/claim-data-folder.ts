import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { LocalCloudError } from '../local-cloud-error'

/** What says that a folder is ours, and which form its contents have. */
const MARK = { name: 'local-cloud.json', text: '{ "format": 1 }\n' }

/** Takes a new or empty folder, or one that a local cloud has made; nothing else is written to. */
export function claimDataFolder(dataDir: string): void {
  mkdirSync(dataDir, { recursive: true })
  const mark = join(dataDir, MARK.name)
  if (existsSync(mark)) {
    if (readFileSync(mark, 'utf8') === MARK.text) return
    throw new LocalCloudError(
      'FOREIGN_DATA',
      `The data in ${dataDir} has a form that this version does not read.`,
    )
  }
  if (readdirSync(dataDir).length > 0)
    throw new LocalCloudError('FOREIGN_DATA', `${dataDir} holds files that are not the local cloud's.`)
  writeFileSync(mark, MARK.text)
}
