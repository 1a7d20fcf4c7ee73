import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { LocalCloudError } from '../local-cloud-error'

/** Other machines cannot reach it. */
const HOST = '127.0.0.1'

/** The SDK's sockets give up after 5 seconds of silence; ours wait longer, so no request meets a closing one. */
const KEEP_ALIVE_MS = 60_000

export function createLocalServer(listener: RequestListener): Server {
  return createServer({ keepAliveTimeout: KEEP_ALIVE_MS, noDelay: true }, listener)
}

/** The port that it listens on. */
export async function listen(server: Server, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      const reason = cause.code === 'EADDRINUSE' ? 'is already in use' : `cannot be used: ${cause.message}`
      reject(new LocalCloudError('NO_PORT', `Port ${port} ${reason}.`, { cause }))
    })
    server.listen(port, HOST, resolve)
  })
  return (server.address() as AddressInfo).port
}

export function stopListening(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}
