import type { Actions } from '../../admin/action'
import { CloudError } from '../../cloud-error'
import { WeChatError } from '../wechat-error'
import { answerOpenApi, type OpenApiGate } from './answer-open-api'
import { decodeOpenApiParams, encodeOpenApiAnswer, type OpenApiParam } from './comm-api'

/** What the SDK's `cloud.openapi` and `cloud.callOpenAPI` call. */
export function openApiActions(gate: OpenApiGate): Actions {
  return {
    'wx.openApi': async ({ apiName, requestData }, caller) => {
      if (!Buffer.isBuffer(requestData))
        throw new CloudError('INVALID_PARAM', 'The requestData is no protobuf.')
      const params = decodeOpenApiParams(requestData)
      // Of the other kinds of API, which the SDK reaches by the same action, none is here.
      const answer = await answerOpenApi(
        gate,
        params ? String(apiName) : '',
        () => parseParams(params ?? []),
        caller,
      )
      return { bytes: encodeOpenApiAnswer(answer) }
    },

    'wx.api': async ({ apiName, requestData }, caller) => {
      const answer = await answerOpenApi(gate, String(apiName), () => parseObject(requestData), caller)
      return { data: JSON.stringify({ responseData: jsonOf(answer) }) }
    },
  }
}

/** Each parameter is JSON by itself; a file is its bytes. */
function parseParams(params: readonly OpenApiParam[]): Record<string, unknown> {
  return Object.fromEntries(
    params.map(({ key, value, contenttype }) => [key, contenttype ? value : parseJson(value)]),
  )
}

function parseObject(text: unknown): Record<string, unknown> {
  const params = text === undefined || text === '' ? {} : parseJson(text)
  if (typeof params !== 'object' || params === null || Array.isArray(params)) throw new WeChatError(47001)
  return params as Record<string, unknown>
}

function parseJson(text: unknown): unknown {
  try {
    return JSON.parse(String(text))
  } catch {
    throw new WeChatError(47001)
  }
}

/** This older way carries text only, so the platform's own codes come as WeChat's do. */
function jsonOf(answer: Awaited<ReturnType<typeof answerOpenApi>>): string {
  if ('errorCode' in answer)
    return JSON.stringify({
      errcode: answer.errorCode,
      errmsg: `system error: error code: ${answer.errorCode}`,
    })
  if (answer.contentType !== 'application/json')
    throw new CloudError('INVALID_PARAM', 'This API answers a file: call it by cloud.openapi.')
  return answer.body.toString()
}
