import type { Answer } from '../../admin/action'
import { CloudError } from '../../cloud-error'
import { WeChatError } from '../wechat-error'
import { decodeOpenApiParams, encodeOpenApiAnswer, type OpenApiAnswer, type OpenApiParam } from './comm-api'

/** A call of an API of WeChat, whichever way it came. `params` throws a WeChatError where they cannot be read. */
export type OpenApiCall = { api: string; params: () => Record<string, unknown> }

export type OpenApiForm = {
  read(request: Record<string, unknown>): OpenApiCall
  write(answer: OpenApiAnswer): Answer
}

/** How the SDK's `cloud.openapi` (a protobuf) and its older `cloud.callOpenAPI` (JSON) carry a call, by action. */
export const openApiForms: Record<string, OpenApiForm> = {
  'wx.openApi': {
    read({ apiName, requestData }) {
      if (!Buffer.isBuffer(requestData))
        throw new CloudError('INVALID_PARAM', 'The requestData is no protobuf.')
      const params = decodeOpenApiParams(requestData)
      if (params) return { api: nameOf(apiName), params: () => parseParams(params) }
      // Of the other kinds of API, which come by the same action: getOpenData, getVoIPSign, getCloudCallSign.
      throw new CloudError('INVALID_PARAM', `The local cloud has no ${nameOf(apiName)}.`)
    },
    write: (answer) => ({ bytes: encodeOpenApiAnswer(answer) }),
  },
  'wx.api': {
    read: ({ apiName, requestData }) => ({ api: nameOf(apiName), params: () => parseObject(requestData) }),
    write: (answer) => ({ data: JSON.stringify({ responseData: jsonOf(answer) }) }),
  },
}

function nameOf(apiName: unknown): string {
  if (typeof apiName === 'string') return apiName
  throw new CloudError('INVALID_PARAM', 'The apiName is no text.')
}

/** What WeChat itself answers by one of its codes. */
export function refusal({ errcode, message }: { errcode: number; message: string }): OpenApiAnswer {
  return jsonAnswer(JSON.stringify({ errcode, errmsg: message }))
}

export function jsonAnswer(text: string): OpenApiAnswer {
  return { contentType: JSON_TYPE, body: Buffer.from(text) }
}

const JSON_TYPE = 'application/json'

/** Each parameter is JSON by itself; a file is its bytes. */
function parseParams(params: readonly OpenApiParam[]): Record<string, unknown> {
  return Object.fromEntries(
    params.map(({ key, value, contenttype }) => [
      key,
      contenttype ? value : parseJson(Buffer.from(value).toString()),
    ]),
  )
}

function parseObject(text: unknown): Record<string, unknown> {
  const params = text === undefined || text === '' ? {} : parseJson(text)
  if (typeof params !== 'object' || params === null || Array.isArray(params)) throw new WeChatError(47001)
  return params as Record<string, unknown>
}

function parseJson(text: unknown): unknown {
  try {
    if (typeof text === 'string') return JSON.parse(text)
  } catch {
    // Not JSON either.
  }
  throw new WeChatError(47001)
}

/** The older form carries text only, so the platform's own codes come as WeChat's do. */
function jsonOf(answer: OpenApiAnswer): string {
  if ('errorCode' in answer) {
    const { errorCode } = answer
    return JSON.stringify({ errcode: errorCode, errmsg: `system error: error code: ${errorCode}` })
  }
  if (answer.contentType !== JSON_TYPE)
    throw new CloudError('INVALID_PARAM', 'This API answers a file: call it by cloud.openapi.')
  return answer.body.toString()
}
