import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import type { Actions } from '../admin/action'
import { answerAction } from '../admin/answer-action'
import { callFunction } from '../client/call-function'
import type { CloudFunctions } from '../functions/cloud-functions'
import { isAskedByLoopbackName, isFromReader } from './is-from-here'
import { readBody } from './read-body'
import { sendJson, sendRefusal } from './send'

/** A function's event and result are at most 6 MB in the cloud; what wraps them comes on top. */
const MAX_ADMIN_BYTES = 8 * 1024 * 1024
const MAX_CLIENT_BYTES = 1024 * 1024 + 16 * 1024

type Services = {
  actions: Actions
  functions: CloudFunctions
  site: RequestListener
  log: (line: string) => void
}

/** The doors of the local cloud: the SDK's, the phone's, and the files of the browser build. */
export function createListener({ actions, functions, site, log }: Services): RequestListener {
  return async (request, response) => {
    try {
      await route(request, response)
    } catch (thrown) {
      // A caller who goes away in the middle of a request is no fault of ours.
      if (request.complete) log(thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown))
      response.destroy()
    }
  }

  async function route(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (!isAskedByLoopbackName(request))
      return sendRefusal(response, 403, 'The local cloud answers this machine only.')
    switch (request.url?.split('?', 1)[0]) {
      case '/admin':
        return answerAdmin(request, response)
      case '/client/callFunction':
        return answerClient(request, response)
      default:
        return site(request, response)
    }
  }

  /** It may do everything, so no page in a browser reaches it, not even our own. */
  async function answerAdmin(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.headers.origin !== undefined)
      return sendRefusal(response, 403, 'Pages may not act as a server.')
    if (request.method !== 'POST') return sendRefusal(response, 405, 'This address takes POST only.')
    const body = await readBody(request, MAX_ADMIN_BYTES)
    sendJson(response, await answerAction({ actions, log }, body))
  }

  async function answerClient(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (!isFromReader(request)) return sendRefusal(response, 403, 'Pages of another origin may not call.')
    if (request.method !== 'POST') return sendRefusal(response, 405, 'This address takes POST only.')
    const openid = request.headers['x-local-openid']
    const body = await readBody(request, MAX_CLIENT_BYTES)
    sendJson(response, await callFunction(functions, body, Array.isArray(openid) ? openid[0] : openid))
  }
}
