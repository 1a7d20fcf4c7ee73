import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import type { Door } from './door'
import { isAskedByLoopbackName, mayComeIn } from './is-from-here'
import { sendRefusal } from './send'

type Listener = { doors: readonly Door[]; site: RequestListener; log: (line: string) => void }

/** Leads each request to its door, if whoever asks may come in there; all else is the browser build's. */
export function createListener({ doors, site, log }: Listener): RequestListener {
  return async (request, response) => {
    try {
      await route(request, response)
    } catch (thrown) {
      // A caller who goes away in the middle of a request is no fault of ours.
      if (request.complete) log(thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown))
      response.destroy()
    }
  }

  function route(request: IncomingMessage, response: ServerResponse): unknown {
    if (!isAskedByLoopbackName(request))
      return sendRefusal(response, 403, 'The local cloud answers this machine only.')
    const path = request.url?.split('?', 1)[0] ?? ''
    const door = doors.find((each) =>
      each.path.endsWith('/') ? path.startsWith(each.path) : path === each.path,
    )
    if (!door) return site(request, response)
    if (!mayComeIn(request, door.from)) return sendRefusal(response, 403, 'This page may not come in here.')
    if (!door.methods.some((method) => method === request.method))
      return sendRefusal(response, 405, `This address takes ${door.methods.join(' and ')} only.`)
    return door.answer(request, response)
  }
}
