import type { CloudFunctions } from '../functions/cloud-functions'
import type { Door } from '../http/door'
import { readBody } from '../http/read-body'
import { sendBytes, sendJson } from '../http/send'
import type { Actions } from './action'
import { answerAction } from './answer-action'

/** A function's event and result are at most 6 MB in the cloud; what wraps them comes on top. */
const MAX_BYTES = 8 * 1024 * 1024

type Services = { actions: Actions; functions: CloudFunctions; log: (line: string) => void }

/** Where the SDK comes: a program outside at `/admin`, a function's instance at an address of its own below it. */
export function adminDoors({ actions, functions, log }: Services): Door[] {
  const door = (path: string): Door => ({
    path,
    methods: ['POST'],
    from: 'programs',
    async answer(request, response) {
      const instance = request.url?.split('?', 1)[0]?.slice('/admin/'.length)
      const body = await readBody(request, MAX_BYTES)
      const answer = await answerAction(
        { actions, log },
        { contentType: request.headers['content-type'] ?? '', body },
        () => (instance ? functions.callerOf(instance) : null),
      )
      if (answer === null) response.destroy()
      else if (typeof answer === 'string') sendJson(response, answer)
      // Any type but JSON's own: the SDK would parse the bytes.
      else sendBytes(response, 'application/octet-stream', answer)
    },
  })
  return [door('/admin'), door('/admin/')]
}
