import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Answer, JsonText } from '../admin/action'
import { CloudError } from '../cloud-error'
import { phoneCall } from '../faults/cloud-call'
import type { Faults } from '../faults/faults'
import type { Door } from '../http/door'
import { parseJsonObject } from '../http/parse-json-object'
import { readBody } from '../http/read-body'
import { sendBytes, sendJson } from '../http/send'
import type { ClientError } from './client-error'
import { parseOpenid } from './openid'

type Fields = Record<string, unknown>

/** A function of WeChat's that asks its server. */
export type PhoneFunction = {
  /** Its address below `/client/`, and after `client.` in rules of faults. */
  name: string
  maxBytes: number
  /** Takes a JSON object; who has no identity is null. */
  answer(fields: Fields, openid: string | null): Promise<JsonText> | JsonText
  /** How it fails on a phone. */
  failure(error: CloudError): ClientError
}

type Services = { faults: Faults; log: (line: string) => void }

/** Where a phone comes with it; who it is stands in the header `x-local-openid`. */
export function phoneDoor(
  { faults, log }: Services,
  { name, maxBytes, answer, failure }: PhoneFunction,
): Door {
  faults.serve([`client.${name}`])
  return {
    path: `/client/${name}`,
    methods: ['POST'],
    from: 'readers',
    async answer(request, response) {
      sendAnswer(response, await answerTo(request))
    },
  }

  async function answerTo(request: IncomingMessage): Promise<Answer> {
    const body = await readBody(request, maxBytes)
    try {
      const openid = openidOf(request)
      const fields = parseJsonObject(body)
      const call = phoneCall(name, fields, openid)
      return await faults.carryOut(faults.take(call), call, async () => ({
        data: await answer(fields, openid),
      }))
    } catch (thrown) {
      return { data: JSON.stringify(failure(CloudError.from(thrown, log))) }
    }
  }
}

export function sendAnswer(response: ServerResponse, answer: Answer): void {
  if ('isDropped' in answer) response.destroy()
  else if ('bytes' in answer) sendBytes(response, 'application/octet-stream', answer.bytes)
  else if ('data' in answer) sendJson(response, answer.data)
}

export function openidOf({ headers }: IncomingMessage): string | null {
  const header = headers['x-local-openid']
  return header ? parseOpenid(String(header)) : null
}
