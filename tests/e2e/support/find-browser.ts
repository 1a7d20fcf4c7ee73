import { delimiter, join } from 'node:path'

/** What the search for a browser looks at, so that a test can be any machine. */
export type Machine = {
  platform: NodeJS.Platform
  arch: string
  env: Readonly<Record<string, string | undefined>>
  exists: (path: string) => boolean
}

const linuxPrograms = [
  'google-chrome-stable',
  'google-chrome',
  'chromium',
  'chromium-browser',
  'microsoft-edge-stable',
  'microsoft-edge',
]

const macPrograms = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
]

const windowsPrograms = ['Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe']

/** The program that `CHROME_PATH` names, else an installed Chrome, Chromium or Edge; null: the packaged Chromium must do. */
export function findBrowser(machine: Machine): string | null {
  const { platform, arch, env, exists } = machine
  const named = env.CHROME_PATH
  if (named) {
    if (!exists(named)) throw new Error(`CHROME_PATH names ${named}, but there is no such file.`)
    return named
  }
  const program = usualPrograms(machine).find(exists)
  if (program) return program
  if (platform === 'linux' && arch === 'x64') return null
  throw new Error(
    `The browser tests found no Chrome, Chromium or Edge on this machine (${platform} ${arch}). ` +
      'Install one, or name its program in CHROME_PATH.',
  )
}

function usualPrograms({ platform, env }: Machine): string[] {
  if (platform === 'darwin') return [...macPrograms, ...macPrograms.map((path) => `${env.HOME}${path}`)]
  if (platform === 'win32') {
    const roots = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA]
    return roots.flatMap((root) => (root ? windowsPrograms.map((path) => `${root}/${path}`) : []))
  }
  const folders = (env.PATH ?? '').split(delimiter)
  return linuxPrograms.flatMap((name) => folders.map((folder) => join(folder, name)))
}
