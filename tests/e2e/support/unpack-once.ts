import { execFileSync } from 'node:child_process'
import {
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { brotliDecompressSync, createBrotliDecompress } from 'node:zlib'

const archives = join(dirname(require.resolve('@sparticuz/chromium')), '../../bin')
const cache = join(__dirname, '../../../.cache/chromium')

/**
 * What `@sparticuz/chromium` brings, unpacked: `chromium`, `lib/` with its shared libraries, `fonts/`. The package's
 * own way unpacks into the folder for temporary files, where another version, or half of one, may lie. This folder
 * takes its name only when everything is in it.
 */
export async function unpackOnce(): Promise<string> {
  const { version } = JSON.parse(readFileSync(join(archives, '../package.json'), 'utf8')) as {
    version: string
  }
  const folder = join(cache, version)
  if (existsSync(folder)) return folder
  mkdirSync(cache, { recursive: true })
  const started = mkdtempSync(join(cache, 'unpacking-'))
  await pipeline(
    createReadStream(join(archives, 'chromium.br')),
    createBrotliDecompress(),
    createWriteStream(join(started, 'chromium'), { mode: 0o755 }),
  )
  unpackFolder('al2023.tar.br', started)
  unpackFolder('fonts.tar.br', started)
  renameSync(started, folder)
  return folder
}

function unpackFolder(archive: string, folder: string): void {
  const input = brotliDecompressSync(readFileSync(join(archives, archive)))
  execFileSync('tar', ['-x', '--no-same-owner', '-C', folder], { input })
}
