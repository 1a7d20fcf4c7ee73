import { randomBytes } from 'node:crypto'
import { CloudError } from '../cloud-error'
import type { SdkCaller } from '../functions/sdk-caller'
import type { Action, Actions, Answer, JsonText } from './action'
import { type AdminRequest, parseRequest } from './parse-request'

type Dispatch = { actions: Actions; log: (line: string) => void }

/** JSON as text; bytes are a protobuf; null is no answer at all. */
export type AdminAnswer = JsonText | Buffer | null

/** Answers one request of the SDK, always with JSON or a protobuf, and with a code where it could not be done. */
export async function answerAction(
  { actions, log }: Dispatch,
  request: AdminRequest,
  callerOf: () => SdkCaller | null,
): Promise<AdminAnswer> {
  const requestId = nextRequestId()
  try {
    const fields = await parseRequest(request)
    return format(await actionOf(actions, fields.action)(fields, callerOf()), requestId)
  } catch (thrown) {
    const { code, message } = CloudError.from(thrown, log)
    return JSON.stringify({ code, message, requestId })
  }
}

function actionOf(actions: Actions, name: unknown): Action {
  const action = typeof name === 'string' && Object.hasOwn(actions, name) ? actions[name] : undefined
  if (action) return action
  const words = typeof name === 'string' ? `has no action ${name.slice(0, 100)}` : 'was asked for no action'
  throw new CloudError('INVALID_PARAM', `The local cloud ${words}.`)
}

function format(answer: Answer, requestId: string): AdminAnswer {
  if ('bytes' in answer) return answer.bytes
  if ('isDropped' in answer) return null
  if ('data' in answer) return `{"requestId":"${requestId}","data":${answer.data}}`
  return JSON.stringify({ requestId, ...answer })
}

const prefix = randomBytes(6).toString('hex')
let count = 0

function nextRequestId(): string {
  count += 1
  return `${prefix}-${count.toString(16)}`
}
