import type { IncomingMessage } from 'node:http'
import { PassThrough, type Readable } from 'node:stream'
import Busboy, { type BusboyInstance } from '@fastify/busboy'
import { CloudError } from '../cloud-error'

/**
 * The first file of a form, as it arrives. It ends only when the whole form has, and fails where that is cut short or
 * has no file. The request stays open for an answer in every case.
 */
export function formFile(request: IncomingMessage): Readable {
  const form = openForm(request)
  // Whoever reads it hears of a failure; where nobody does, it is none of this process.
  const file = new PassThrough().on('error', () => {})
  let isThere = false
  form.on('file', (_field, part) => {
    isThere = true
    // The form itself fails too, and more precisely.
    part.on('error', () => {})
    part.pipe(file, { end: false })
  })
  form.once('finish', () => {
    if (isThere) file.end()
    else file.destroy(new CloudError('INVALID_PARAM', 'The form has no file.'))
  })
  form.once('error', (cause) => {
    file.destroy(new CloudError('INVALID_PARAM', 'The form is not readable to its end.', { cause }))
  })
  request.once('error', (cause) => file.destroy(cause))
  // Nobody takes what still comes.
  file.once('close', () => request.unpipe(form))
  request.pipe(form)
  return file
}

function openForm({ headers }: IncomingMessage): BusboyInstance {
  try {
    return new Busboy({
      headers: { ...headers, 'content-type': headers['content-type'] ?? '' },
      limits: { files: 1 },
    })
  } catch (cause) {
    throw new CloudError('INVALID_PARAM', 'The request is no readable form.', { cause })
  }
}
