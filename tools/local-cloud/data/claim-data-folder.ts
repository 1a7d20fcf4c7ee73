import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { LocalCloudError } from '../local-cloud-error'

/** What says that a folder is ours, and which form its contents have. */
const MARK = { name: 'local-cloud.json', text: '{ "format": 2 }\n' }

/**
 * Takes a new or empty folder, or one that a local cloud has made; nothing is written to one that never was ours.
 * Answers whether its contents have the form that this version reads.
 */
export function claimDataFolder(dataDir: string): boolean {
  mkdirSync(dataDir, { recursive: true })
  const mark = join(dataDir, MARK.name)
  if (existsSync(mark)) return readFileSync(mark, 'utf8') === MARK.text
  // Another that starts at the same moment may have made it by now; the lock then tells which is first.
  if (readdirSync(dataDir).some((name) => name !== MARK.name))
    throw new LocalCloudError(
      'FOREIGN_DATA',
      `${dataDir} holds files that are not the local cloud's; choose another folder for its data.`,
    )
  writeFileSync(mark, MARK.text)
  return true
}
