import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { type DeployedConfig, NO_CONFIG, parseDeployedConfig } from './deployed-config'

/** One built function on disk, which may be built anew at any time. */
export class FunctionFolder {
  /** The file that runs. */
  readonly entry: string
  readonly #configFile: string
  #build = ''
  #config: DeployedConfig = NO_CONFIG

  constructor(folder: string) {
    this.entry = join(folder, 'index.js')
    this.#configFile = join(folder, 'config.json')
  }

  /** Names the build as it was last looked at; empty where there is none. */
  get build(): string {
    return this.#build
  }

  get config(): DeployedConfig {
    return this.#config
  }

  /** Looks at the folder again; whether there is another build now. */
  look(): boolean {
    const code = fileState(this.entry)
    const build = code && `${code} ${fileState(this.#configFile)}`
    if (build === this.#build) return false
    this.#build = build
    this.#config = build === '' ? NO_CONFIG : parseDeployedConfig(readText(this.#configFile))
    return true
  }
}

function fileState(path: string): string {
  const stats = statSync(path, { throwIfNoEntry: false })
  return stats?.isFile() ? `${stats.ino}-${stats.mtimeMs}-${stats.size}` : ''
}

/** Null where there is no file, or none any more. */
function readText(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return null
  }
}
