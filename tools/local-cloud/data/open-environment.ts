import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, renameSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { LocalCloudError } from '../local-cloud-error'
import { DAMAGED } from './check-database'
import { claimDataFolder } from './claim-data-folder'
import { Environment } from './environment'
import { isWholeDatabase } from './is-whole-database'
import { lockDataFolder } from './lock-data-folder'
import { seal, unseal } from './seal'

/**
 * Opens what a data folder holds, for this process alone. A folder that never was a local cloud's is refused and left
 * as it is. One whose data is damaged, or of another version's form, is moved aside and refused, so that nothing of it
 * is overwritten or half served, and the next start begins anew.
 */
export async function openEnvironment(folder: string): Promise<Environment> {
  // The check runs in a folder of its own.
  const dataDir = resolve(folder)
  const isReadable = claimDataFolder(dataDir)
  const unlock = await lockDataFolder(dataDir)
  try {
    if (!isReadable) throw movedAside(dataDir, 'has a form that this version does not read')
    const file = join(dataDir, 'database', 'data.mdb')
    if (!(await isSound(dataDir, file))) throw movedAside(dataDir, 'is damaged')
    return new Environment(dataDir, async () => {
      // What cannot be sealed, in a full or moved folder, is read through at its next start.
      await seal(file).catch(() => {})
      await unlock()
    })
  } catch (cause) {
    await unlock()
    throw cause
  }
}

/** Data that was left in order is compared with its checksum; of what a kill has left, all is read once. */
async function isSound(dataDir: string, file: string): Promise<boolean> {
  if (!isWholeDatabase(file)) return false
  return (await unseal(file)) ?? (!existsSync(file) || (await isReadToItsEnd(dataDir)))
}

/** In a process of its own, which damaged data may end: LMDB trusts what it reads. Throws where that cannot begin. */
async function isReadToItsEnd(dataDir: string): Promise<boolean> {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', join(__dirname, 'check-database-main.ts'), dataDir],
    {
      cwd: __dirname,
      stdio: 'ignore',
    },
  )
  const [code] = (await once(child, 'close')) as [number | null]
  if (code !== null && code > 0 && code < DAMAGED)
    throw new Error(`what a kill has left in it cannot be read through, as tsx does not run here (${code})`)
  return code === 0
}

/** Moves the whole folder, so that what belongs together stays together. */
export function movedAside(dataDir: string, why: string): LocalCloudError {
  const aside = freeName(`${dataDir}.damaged`)
  renameSync(dataDir, aside)
  return new LocalCloudError(
    'DAMAGED_DATA',
    `The data in ${dataDir} ${why}; it has been moved to ${aside}, and the next start begins anew.`,
  )
}

function freeName(wanted: string): string {
  let name = wanted
  for (let count = 2; existsSync(name); count += 1) name = `${wanted}-${count}`
  return name
}
