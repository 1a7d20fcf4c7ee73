import { join } from 'node:path'
import { buildSync } from 'esbuild'

let code: string | undefined

/** What a worker process runs. Node takes JavaScript, whatever has compiled this file. */
export function workerCode(): string {
  code ??= buildSync({
    entryPoints: [join(__dirname, 'worker', 'worker-main.ts')],
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    // It is handed over as one argument, of which some systems take 32,000 characters.
    minify: true,
    write: false,
  }).outputFiles[0]?.text
  if (code === undefined) throw new Error('The code of the workers was not built.')
  return code
}
