import type { IncomingMessage } from 'node:http'
import type { Door } from './door'

const LOOPBACK = /^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d+)?$/u

/** Whether a request names this machine as its host: another name that leads here belongs to a foreign page. */
export function isAskedByLoopbackName(request: IncomingMessage): boolean {
  return LOOPBACK.test(request.headers.host ?? '')
}

/** What a mini-program's requests name as their page, in the developer tools as well; no other page can say so. */
const MINI_PROGRAM = 'https://servicewechat.com/'

/** Whether whoever asks may come in at a door. What is no page sends no `Origin`. */
export function mayComeIn({ headers }: IncomingMessage, from: Door['from']): boolean {
  const { origin, host, referer, 'sec-fetch-site': site } = headers
  if (origin === undefined)
    // Another port of this machine is the same site and another page.
    return from === 'inspector' ? site !== 'cross-site' && site !== 'same-site' : site !== 'cross-site'
  if (from === 'programs') return false
  return origin === `http://${host}` || (from === 'readers' && referer?.startsWith(MINI_PROGRAM) === true)
}
