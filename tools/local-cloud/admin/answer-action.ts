import { randomBytes } from 'node:crypto'
import { CloudError } from '../cloud-error'
import type { Actions, JsonText } from './action'

type Dispatch = { actions: Actions; log: (line: string) => void }

/** Answers one request of the SDK: always JSON, and a code where it could not be done. */
export async function answerAction({ actions, log }: Dispatch, body: Buffer | null): Promise<JsonText> {
  const requestId = nextRequestId()
  try {
    const request = parseRequest(body)
    const action = Object.hasOwn(actions, String(request.action))
      ? actions[String(request.action)]
      : undefined
    if (!action)
      throw new CloudError(
        'INVALID_PARAM',
        `The local cloud has no action ${String(request.action).slice(0, 100)}.`,
      )
    return `{"requestId":"${requestId}","data":${await action(request)}}`
  } catch (thrown) {
    if (!(thrown instanceof CloudError))
      log(thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown))
    const { code, message } =
      thrown instanceof CloudError
        ? thrown
        : new CloudError('SYS_ERR', 'The local cloud failed; its log says why.')
    return JSON.stringify({ code, message, requestId })
  }
}

function parseRequest(body: Buffer | null): Record<string, unknown> {
  if (!body) throw new CloudError('INVALID_PARAM', 'The request is too large.')
  let request: unknown
  try {
    request = JSON.parse(body.toString())
  } catch (cause) {
    throw new CloudError('INVALID_PARAM', 'The request is no JSON.', { cause })
  }
  if (typeof request !== 'object' || request === null || Array.isArray(request))
    throw new CloudError('INVALID_PARAM', 'The request is no JSON object.')
  return request as Record<string, unknown>
}

const prefix = randomBytes(6).toString('hex')
let count = 0

function nextRequestId(): string {
  count += 1
  return `${prefix}-${count.toString(16)}`
}
