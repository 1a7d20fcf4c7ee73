import type { IncomingMessage } from 'node:http'

const LOOPBACK = /^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d+)?$/u

/** Whether a request names this machine as its host: another name that leads here belongs to a foreign page. */
export function isAskedByLoopbackName(request: IncomingMessage): boolean {
  return LOOPBACK.test(request.headers.host ?? '')
}

/** What a mini-program's requests name as their page, in the developer tools as well; no other page can say so. */
const MINI_PROGRAM = 'https://servicewechat.com/'

/** Whether a request comes from a reader: one of our own pages, a mini-program, or no page at all. */
export function isFromReader({ headers: { origin, host, referer } }: IncomingMessage): boolean {
  return origin === undefined || origin === `http://${host}` || referer?.startsWith(MINI_PROGRAM) === true
}
