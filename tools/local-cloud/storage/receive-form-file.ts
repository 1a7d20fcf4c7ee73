import type { IncomingMessage } from 'node:http'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import Busboy, { type BusboyInstance } from '@fastify/busboy'
import { CloudError } from '../cloud-error'

/** Hands on the one file of a form as it arrives; resolves when all is read and `take` is done with it. */
export async function receiveFormFile(
  request: IncomingMessage,
  take: (file: Readable) => Promise<void>,
): Promise<void> {
  const form = openForm(request)
  let file: Readable | undefined
  let taken: Promise<void> | undefined
  form.on('file', (_field, stream) => {
    if (file) return void stream.resume()
    file = stream
    taken = take(stream)
    // A form whose file nobody takes would never be read to its end.
    taken.catch((cause: Error) => form.destroy(cause))
  })
  try {
    await pipeline(request, form)
  } catch (cause) {
    file?.destroy(cause instanceof Error ? cause : undefined)
    // Only when it has ended is nothing left of what had arrived.
    await taken
    throw cause
  }
  if (!taken) throw new CloudError('INVALID_PARAM', 'The form has no file.')
  await taken
}

function openForm({ headers }: IncomingMessage): BusboyInstance {
  try {
    return new Busboy({ headers: { ...headers, 'content-type': headers['content-type'] ?? '' } })
  } catch (cause) {
    throw new CloudError('INVALID_PARAM', 'The request is no readable form.', { cause })
  }
}
