import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

/** A program that starts, with the folder of the shared libraries it needs; null where the system has them. */
export type RunnableChromium = { program: string; libraries: string | null }

/** Starts a program and answers with null when it could tell its version, else with what it said instead. */
type AskVersion = (program: string, libraries: string | null) => string | null

/** What the packaged Chromium needs beyond the C library, as Debian and Ubuntu name it. */
const neededPackages = 'libnss3 libexpat1'

/**
 * The packaged Chromium out of the folder that it was unpacked to. The system's libraries are tried first: those that
 * come with the package, for where there are none, need a C library that an older system does not have.
 */
export function packagedChromium(folder: string, askVersion: AskVersion = askForVersion): RunnableChromium {
  const program = join(folder, 'chromium')
  const ownLibraries = join(folder, 'lib')
  const complaint = askVersion(program, null)
  if (complaint === null) return { program, libraries: null }
  if (askVersion(program, ownLibraries) === null) return { program, libraries: ownLibraries }
  throw new Error(
    `The packaged Chromium does not start: ${complaint}\n` +
      `On Debian and Ubuntu this helps: apt-get install -y --no-install-recommends ${neededPackages}\n` +
      'Any Chrome, Chromium or Edge does as well: installed, or named in CHROME_PATH.',
  )
}

const askForVersion: AskVersion = (program, libraries) => {
  const env = libraries === null ? process.env : { ...process.env, LD_LIBRARY_PATH: libraries }
  const { status, stderr, error } = spawnSync(program, ['--version'], { env, encoding: 'utf8' })
  return status === 0 ? null : (error?.message ?? stderr.trim())
}
