import { execFileSync } from 'node:child_process'
import { join } from 'node:path'

const root = join(__dirname, '../../..')

/** What an editor does at the command line, against the server that a test reads from. */
export function edit(...args: string[]): void {
  const { port } = new URL(process.env.READING_ROOM_URL ?? '')
  execFileSync(process.execPath, ['--import', 'tsx', 'tools/newsletter.ts', ...args], {
    cwd: root,
    env: { ...process.env, PORT: port },
  })
}
