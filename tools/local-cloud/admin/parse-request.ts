import Busboy from '@fastify/busboy'
import { CloudError } from '../cloud-error'
import { parseJsonObject } from '../http/parse-json-object'

/** As it came over HTTP; a body that was too large is null. */
export type AdminRequest = { contentType: string; body: Buffer | null }

/** The fields of a request: of JSON, or of a form, where a file is a Buffer. */
export async function parseRequest({ contentType, body }: AdminRequest): Promise<Record<string, unknown>> {
  const isForm = contentType.startsWith('multipart/form-data')
  return body && isForm ? parseForm(contentType, body) : parseJsonObject(body)
}

/** The SDK sends some ten parts. */
const MAX_PARTS = 100

/** A part with bytes counts as a file without a name too, as the SDK sends its protobuf. */
function parseForm(contentType: string, body: Buffer): Promise<Record<string, unknown>> {
  return new Promise((resolve, reject) => {
    const refuse = (cause?: unknown) =>
      reject(new CloudError('INVALID_PARAM', 'The request is no readable form.', { cause }))
    try {
      // A Map, since the names come from outside: an object would take one of them for its prototype.
      const fields = new Map<string, unknown>()
      const form = new Busboy({
        headers: { 'content-type': contentType },
        limits: { fieldSize: body.length, parts: MAX_PARTS },
      })
      form.on('field', (name, value) => void fields.set(name, value))
      form.on('file', (name, file) => {
        const chunks: Buffer[] = []
        file.on('data', (chunk: Buffer) => void chunks.push(chunk))
        file.on('end', () => void fields.set(name, Buffer.concat(chunks)))
        file.on('error', refuse)
      })
      form.on('partsLimit', () => refuse())
      form.on('finish', () => resolve(Object.fromEntries(fields)))
      form.on('error', refuse)
      form.end(body)
    } catch (cause) {
      refuse(cause)
    }
  })
}
