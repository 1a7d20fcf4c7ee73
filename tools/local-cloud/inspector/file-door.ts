import { pipeline } from 'node:stream/promises'
import type { Door } from '../http/door'
import { sendRefusal } from '../http/send'
import type { Files } from '../storage/files'

/** Opens a file of the cloud in the browser, where nothing in it can run or reach this page. */
export function fileDoor(files: Files): Door {
  return {
    path: '/_cloud/file',
    methods: ['GET'],
    from: 'inspector',
    async answer(request, response) {
      const path = new URL(request.url ?? '', 'http://localhost').searchParams.get('path') ?? ''
      const file = files.find(path)
      if (!file) return sendRefusal(response, 404, 'There is no such file.')
      response.writeHead(200, {
        'content-type': file.contentType,
        'content-length': file.size,
        'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
        'x-content-type-options': 'nosniff',
        'cache-control': 'no-store',
      })
      await pipeline(files.read(path), response)
    },
  }
}
