import { once } from 'node:events'
import { request as httpRequest } from 'node:http'
import { connect } from 'node:net'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import type { LocalCloud } from '../../tools/local-cloud/start-local-cloud'

export type RawAnswer = { status: number; type: string; text: string }

type Options = { method?: string; headers?: Record<string, string>; body?: Readable | string }

/** Sends what `fetch` would not: any header, any method, any path. */
export function ask(
  { port }: LocalCloud,
  path: string,
  { method = 'POST', headers = {}, body = '' }: Options = {},
): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const request = httpRequest({ host: '127.0.0.1', port, path, method, headers }, (response) => {
      const { statusCode: status = 0, headers: answered } = response
      const type = answered['content-type'] ?? ''
      // A live stream has no end.
      if (type === 'text/event-stream') {
        response.destroy()
        return resolve({ status, type, text: '' })
      }
      buffer(response).then((bytes) => resolve({ status, type, text: bytes.toString() }), reject)
    })
    request.on('error', reject)
    if (typeof body === 'string') request.end(body)
    else body.pipe(request)
  })
}

/** Sends these very bytes over a connection of their own; answers all that comes back before it is closed. */
export async function sendRaw({ port }: LocalCloud, text: string): Promise<string> {
  const socket = connect(port, '127.0.0.1')
  socket.end(text)
  return (await buffer(socket)).toString()
}

/** Sends so much of a request and no more; resolves when it has arrived with the other side's machine. */
export async function beginRequest({ port }: LocalCloud, text: string): Promise<{ close(): Promise<void> }> {
  const socket = connect(port, '127.0.0.1').on('error', () => {})
  await new Promise<void>((resolve) => socket.write(text, () => resolve()))
  return {
    async close() {
      if (socket.closed) return
      const closed = once(socket, 'close')
      socket.destroy()
      await closed
    },
  }
}

/** So many bytes, of which only a few are in memory at once; `each` is called with every part that is taken. */
export function manyBytes(size: number, { head = '', tail = '', each = () => {} } = {}): Readable {
  const part = Buffer.alloc(64 * 1024, 'x')
  function* parts() {
    yield Buffer.from(head)
    for (let left = size; left > 0; left -= part.length) {
      each()
      yield part.subarray(0, Math.min(left, part.length))
    }
    yield Buffer.from(tail)
  }
  return Readable.from(parts(), { objectMode: false })
}
