import type { ServerResponse } from 'node:http'
import { pipeline } from 'node:stream/promises'
import { sendRefusal } from '../http/send'
import type { Files } from './files'
import { isGoneAway } from './is-gone-away'

/** Sends a file to a browser or a program; a file that is a page can run nothing there and reach none of ours. */
export async function sendFile(files: Files, path: string, response: ServerResponse): Promise<void> {
  const file = files.find(path)
  if (!file) return sendRefusal(response, 404, 'There is no such file.')
  const bytes = files.read(path)
  response.writeHead(200, {
    'content-type': file.contentType,
    'content-length': file.size,
    'cache-control': 'no-store',
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    'x-content-type-options': 'nosniff',
  })
  try {
    await pipeline(bytes, response)
  } catch (thrown) {
    if (!isGoneAway(thrown)) throw thrown
  }
}
