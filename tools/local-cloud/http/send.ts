import type { ServerResponse } from 'node:http'
import type { JsonText } from '../admin/action'

export function sendJson(response: ServerResponse, text: JsonText): void {
  sendBytes(response, 'application/json; charset=utf-8', text)
}

export function sendBytes(response: ServerResponse, contentType: string, body: Buffer | string): void {
  response.writeHead(200, { 'content-type': contentType, 'content-length': Buffer.byteLength(body) })
  response.end(body)
}

export function sendRefusal(response: ServerResponse, status: 403 | 404 | 405, sentence: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' })
  response.end(`${sentence}\n`)
}
