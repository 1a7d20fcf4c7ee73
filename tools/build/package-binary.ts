import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const modules = join(__dirname, '../../node_modules')

/** The script behind a package's command, to be run by Node itself: no shell and no PATH is needed. */
export function packageBinary(command: string): string {
  const folder = join(modules, command === 'taro' ? '@tarojs/cli' : command)
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    bin: string | Record<string, string>
  }
  return join(folder, typeof bin === 'string' ? bin : (bin[command] ?? ''))
}
