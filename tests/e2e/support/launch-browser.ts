import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type BrowserServer, chromium } from 'playwright-core'
import { findBrowser } from './find-browser'
import { packagedChromium } from './packaged-chromium'
import { unpackOnce } from './unpack-once'

const args = [
  // Chromium asks its maker for updates and much else, unless told not to: on a closed network that is noise.
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  // Letters are as wide as their font says, not as this machine's screen would like them.
  '--disable-gpu',
  '--disable-lcd-text',
  '--font-render-hinting=none',
]

type Launchable = { program: string; env: Record<string, string | undefined> }

/** One browser for a whole run; each test opens a window of its own in it. */
export async function launchBrowser(): Promise<BrowserServer> {
  const { program, env } = await launchable()
  return chromium.launchServer({
    executablePath: program,
    args,
    env,
    // Chromium's sandbox refuses to start for root, which is who runs tests in a container.
    chromiumSandbox: process.getuid?.() !== 0,
  })
}

async function launchable(): Promise<Launchable> {
  const { platform, arch, env } = process
  const installed = findBrowser({ platform, arch, env, exists: existsSync })
  if (platform !== 'linux') return { program: installed ?? '', env }
  const unpacked = await unpackOnce()
  const { program, libraries } =
    installed === null ? packagedChromium(unpacked) : { program: installed, libraries: null }
  return {
    program,
    env: {
      ...env,
      FONTCONFIG_FILE: onlyFontsOf(unpacked),
      ...(libraries !== null && { LD_LIBRARY_PATH: libraries }),
    },
  }
}

/**
 * A machine may have many fonts or none, and without any Chromium draws nothing at all. So on Linux it sees one, for
 * what is not drawn with the pinned fonts.
 */
function onlyFontsOf(unpacked: string): string {
  const file = join(unpacked, 'only-fonts.conf')
  const folders = `<dir>${join(unpacked, 'fonts')}</dir><cachedir>${join(unpacked, 'fonts-cache')}</cachedir>`
  writeFileSync(file, `<?xml version="1.0"?><fontconfig>${folders}</fontconfig>`)
  return file
}
