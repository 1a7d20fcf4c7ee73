import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { CloudError } from '../cloud-error'
import type { Door } from '../http/door'
import type { Data } from './data'
import { exportData } from './export-data'
import { importData } from './import-data'

/** Where everything is taken along as lines of JSON, and brought back. */
export function exchangeDoors(data: Data, log: (line: string) => void): Door[] {
  return [
    {
      path: '/_cloud/export',
      methods: ['GET'],
      from: 'inspector',
      async answer(_request, response) {
        response.writeHead(200, {
          'content-type': 'application/jsonl; charset=utf-8',
          'content-disposition': 'attachment; filename="local-cloud.jsonl"',
          'cache-control': 'no-store',
        })
        await pipeline(Readable.from(exportData(data)), response)
      },
    },
    {
      path: '/_cloud/import',
      methods: ['POST'],
      from: 'inspector',
      async answer(request, response) {
        try {
          await importData(data, request)
          response.writeHead(204).end()
        } catch (thrown) {
          // Whoever goes away in the middle of a request is answered by nobody.
          if (!request.complete && !(thrown instanceof CloudError)) throw thrown
          const { code, message } = CloudError.from(thrown, log)
          // The rest is read, so that the answer arrives.
          request.resume()
          response.writeHead(400, { 'content-type': 'application/json; charset=utf-8' })
          response.end(JSON.stringify({ error: { code, message } }))
        }
      },
    },
  ]
}
