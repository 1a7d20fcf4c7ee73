import { createHash } from 'node:crypto'
import { realpathSync, rmSync } from 'node:fs'
import { createConnection, createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { LocalCloudError } from '../local-cloud-error'

/**
 * Keeps every other local cloud out of a folder, until the answered function is called or this process ends. The lock
 * is a socket, which the operating system lets go of however the process ends; what a killed one leaves behind is a
 * name that nobody listens at.
 */
export async function lockDataFolder(dataDir: string): Promise<() => Promise<void>> {
  const path = socketPath(dataDir)
  const server = (await listenAt(path)) ?? ((await isListenedAt(path)) ? null : await takeOver(path))
  if (!server)
    throw new LocalCloudError(
      'DATA_IN_USE',
      `Another local cloud uses ${dataDir}; stop it, or choose another folder.`,
    )
  server.unref()
  return () => new Promise((resolve) => void server.close(() => resolve()))
}

/** Short, whatever the folder's own path: sockets have at most 103 bytes. */
function socketPath(dataDir: string): string {
  const name = `local-cloud-${createHash('sha256').update(realpathSync(dataDir)).digest('hex').slice(0, 24)}`
  return process.platform === 'win32' ? `\\\\.\\pipe\\${name}` : join(tmpdir(), `${name}.sock`)
}

/** Null where the name is taken. */
function listenAt(path: string): Promise<Server | null> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy())
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? resolve(null) : reject(error),
    )
    server.listen(path, () => resolve(server))
  })
}

function isListenedAt(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection(path)
    socket.once('connect', () => void socket.destroy(resolve(true) as undefined))
    socket.once('error', () => resolve(false))
  })
}

function takeOver(path: string): Promise<Server | null> {
  rmSync(path, { force: true })
  return listenAt(path)
}
