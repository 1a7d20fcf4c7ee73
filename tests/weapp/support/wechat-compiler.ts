import { spawnSync } from 'node:child_process'
import { chmodSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const COMPILERS = join(__dirname, '../../../node_modules/miniprogram-compiler/bin')

const binaries: Partial<Record<string, { folder: string; suffix: string }>> = {
  'linux x64': { folder: 'linux', suffix: '' },
  'darwin x64': { folder: 'mac', suffix: '' },
  // Rosetta runs the compilers for Intel processors.
  'darwin arm64': { folder: 'mac', suffix: '' },
  'win32 x64': { folder: 'windows', suffix: '.exe' },
}

/** Compiles every template below `folder` by WeChat's own compiler: JavaScript that renders them, as `$gwx`. */
export function compileWxml(folder: string): string {
  const files = filesBelow(folder)
  const templates = files.filter((file) => file.endsWith('.wxml'))
  const components = templates.map((file) => ({ file, names: componentsOf(join(folder, file)) }))
  const declared = components.filter(({ names }) => names.length > 0)
  const declaration = [
    declared.length,
    ...declared.flatMap(({ file, names }) => [file, names.length, ...names]),
  ].join(' ')
  const scripts = files.filter((file) => file.endsWith('.wxs'))
  return run('wcc', ['-d', '-cc', declaration, ...templates, ...scripts, '-gn', '$gwx'], folder)
}

/** Compiles every style sheet below `folder`; throws with the compiler's own words where it refuses one. */
export function compileWxss(folder: string): string {
  const styles = filesBelow(folder).filter((file) => file.endsWith('.wxss'))
  return run('wcsc', styles, folder)
}

export function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort()
}

function componentsOf(template: string): string[] {
  try {
    const config: { usingComponents?: Record<string, string> } = JSON.parse(
      readFileSync(template.replace(/\.wxml$/u, '.json'), 'utf8'),
    )
    return Object.keys(config.usingComponents ?? {})
  } catch {
    return []
  }
}

function run(compiler: 'wcc' | 'wcsc', args: string[], folder: string): string {
  const machine = `${process.platform} ${process.arch}`
  const binary = binaries[machine]
  if (!binary)
    throw new Error(
      `WeChat's compilers (miniprogram-compiler) exist for ${Object.keys(binaries).join(', ')}, not for ${machine}: ` +
        'the built mini-program cannot be tested on this machine.',
    )
  const path = join(COMPILERS, binary.folder, compiler + binary.suffix)
  // The package is published without the right to be executed.
  if (process.platform !== 'win32') chmodSync(path, 0o755)
  const { status, stdout, stderr, error } = spawnSync(path, args, {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
  if (error) throw error
  if (status !== 0) throw new Error(`${compiler} refused the build:\n${stderr}`)
  return stdout
}
