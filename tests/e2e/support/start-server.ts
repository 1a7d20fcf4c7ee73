import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'

const root = join(__dirname, '../../..')

type Server = ChildProcessByStdio<null, Readable, Readable>

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
  const said = linesOf(server)
  const url = await readyUrl(server, said)
  const tell = (code: number | null, signal: string | null) =>
    process.stderr.write(`The server under test ended with ${signal ?? code}:\n${said.join('\n')}\n`)
  server.once('close', tell)
  return {
    url,
    async stop() {
      server.off('close', tell)
      server.kill()
      await ended
      rmSync(data, { recursive: true, force: true })
    },
  }
}

/** All that it says, for when it ends before its time. */
function linesOf(server: Server): string[] {
  const said: string[] = []
  for (const stream of [server.stdout, server.stderr])
    createInterface({ input: stream }).on('line', (line) => said.push(line))
  return said
}

/** Out of the line that says where it can be reached. */
function readyUrl(server: Server, said: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    createInterface({ input: server.stdout }).on('line', (line) => {
      const ready = /^ready (http:\/\/127\.0\.0\.1:\d+\/)$/u.exec(line)
      if (ready?.[1]) resolve(ready[1])
    })
    server.once('error', reject)
    server.once('close', (code) => reject(new Error(`npm start ended with ${code}:\n${said.join('\n')}`)))
  })
}
