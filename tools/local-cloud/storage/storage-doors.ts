import type { IncomingMessage, ServerResponse } from 'node:http'
import { CloudError } from '../cloud-error'
import type { Door } from '../http/door'
import { sendBytes, sendRefusal } from '../http/send'
import { cosError } from './cos-error'
import { isGoneAway } from './is-gone-away'
import { sendFile } from './send-file'
import type { Storage } from './storage'

type Services = { storage: Storage; log: (line: string) => void }

/** Where the bytes go in and out, which the cloud leaves to its object storage (COS). */
export function storageDoors({ storage, log }: Services): Door[] {
  return [
    {
      path: '/cos/',
      methods: ['PUT'],
      from: 'programs',
      answer: (request, response) => receiveFile(storage, log, request, response),
    },
    {
      path: '/dl/',
      methods: ['GET'],
      from: 'readers',
      answer(request, response) {
        const { path, query } = addressed(request, '/dl/')
        if (storage.links.opens(path, query)) return sendFile(storage.files, path, response)
        sendRefusal(response, 403, 'This address is not valid, or no longer.')
      },
    },
  ]
}

async function receiveFile(
  { files, grants }: Storage,
  log: (line: string) => void,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { path } = addressed(request, '/cos/')
  try {
    if (!grants.spend(request.headers.authorization ?? '', path))
      throw new CloudError(
        'STORAGE_EXCEED_AUTHORITY',
        'The authorization is used, expired or for another file.',
      )
    await files.put(path, request, 'server')
    response.end()
  } catch (thrown) {
    if (isGoneAway(thrown)) return
    sendBytes(response, 'application/xml', cosError(CloudError.from(thrown, log)))
  }
}

/** The path that an address below a door names: one that no file has, where it is badly encoded. */
function addressed({ url = '' }: IncomingMessage, door: string): { path: string; query: URLSearchParams } {
  const [encoded = '', query = ''] = url.slice(door.length).split('?', 2)
  try {
    return { path: decodeURIComponent(encoded), query: new URLSearchParams(query) }
  } catch {
    return { path: '', query: new URLSearchParams() }
  }
}
