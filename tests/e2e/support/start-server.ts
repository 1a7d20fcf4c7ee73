import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

const root = join(__dirname, '../../..')

export type RunningServer = { url: string; stop: () => Promise<void> }

/** What `npm start` runs, with empty data of its own and a port that nobody else has. */
export async function startServer(): Promise<RunningServer> {
  const data = mkdtempSync(join(tmpdir(), 'reading-room-'))
  const server = spawn(process.execPath, ['--import', 'tsx', 'tools/start.ts'], {
    cwd: root,
    env: { ...process.env, PORT: '0', DATA_DIR: data },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = new Promise<void>((resolve) => server.once('close', () => resolve()))
  const url = await readyUrl(server)
  return {
    url,
    async stop() {
      server.kill()
      await ended
      rmSync(data, { recursive: true, force: true })
    },
  }
}

/** The line that says where it can be reached; when the server ends without it, all that it said. */
function readyUrl(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    const said: string[] = []
    for (const stream of [server.stdout, server.stderr]) {
      if (!stream) continue
      createInterface({ input: stream }).on('line', (line) => {
        said.push(line)
        const ready = /^ready (http:\/\/127\.0\.0\.1:\d+\/)$/u.exec(line)
        if (ready?.[1]) resolve(ready[1])
      })
    }
    server.once('error', reject)
    server.once('close', (code) => reject(new Error(`npm start ended with ${code}:\n${said.join('\n')}`)))
  })
}
