import { rmSync, statSync } from 'node:fs'
import { createConnection, createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { LocalCloudError } from '../local-cloud-error'

/**
 * Keeps every other local cloud out of a folder, until the answered function is called or this process ends. The lock
 * is a socket, which the operating system lets go of however the process ends. Where sockets are files, a killed one
 * leaves behind a name that nobody listens at; of two that start at once after that, both may take it over.
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

/** Of the folder itself, whatever its path is or becomes. */
function socketPath(dataDir: string): string {
  const { dev, ino } = statSync(dataDir, { bigint: true })
  const name = `local-cloud-${dev}-${ino}`
  if (process.platform === 'win32') return `\\\\.\\pipe\\${name}`
  // Linux has names that are no files and go with their process.
  return process.platform === 'linux' ? `\0${name}` : join(tmpdir(), `${name}.sock`)
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
  if (!path.startsWith('\0')) rmSync(path, { force: true })
  return listenAt(path)
}
