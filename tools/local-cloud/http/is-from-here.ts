import type { IncomingMessage } from 'node:http'

const LOOPBACK = /^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d+)?$/u

/** Whether a request names this machine as its host: another name that leads here belongs to a foreign page. */
export function isAskedByLoopbackName(request: IncomingMessage): boolean {
  return LOOPBACK.test(request.headers.host ?? '')
}

/** Whether a request comes from one of our own pages, or from no page at all. */
export function isFromOwnPage({ headers }: IncomingMessage): boolean {
  return headers.origin === undefined || headers.origin === `http://${headers.host}`
}
