import type { IncomingMessage } from 'node:http'

/** The whole body; null where it is larger than allowed, after reading it to its end, so that an answer arrives. */
export function readBody(request: IncomingMessage, maxBytes: number): Promise<Buffer | null> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let size = 0
    request.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size <= maxBytes) chunks.push(chunk)
      else chunks.length = 0
    })
    request.on('end', () => resolve(size <= maxBytes ? Buffer.concat(chunks) : null))
    request.on('error', reject)
  })
}
