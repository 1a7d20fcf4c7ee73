import type { ServerResponse } from 'node:http'
import type { JsonText } from '../admin/action'

export function sendJson(response: ServerResponse, text: JsonText): void {
  response.writeHead(200, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(text),
  })
  response.end(text)
}

export function sendRefusal(response: ServerResponse, status: 403 | 404 | 405, sentence: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' })
  response.end(`${sentence}\n`)
}
