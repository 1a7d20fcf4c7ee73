import type { SdkCaller } from '../../functions/sdk-caller'
import { WeChatError } from '../wechat-error'
import type { OpenApiAnswer } from './comm-api'
import type { OpenApis } from './open-api'

/** Why an API is not reached at all. */
const NOT_FOUND = -604100
const NO_PERMISSION = -604101

export type OpenApiGate = {
  apis: OpenApis
  mayUse: (caller: SdkCaller | null, api: string) => boolean
}

/** Calls one API for a function that may; what WeChat refuses is an answer too. */
export async function answerOpenApi(
  { apis, mayUse }: OpenApiGate,
  name: string,
  params: () => Record<string, unknown>,
  caller: SdkCaller | null,
): Promise<OpenApiAnswer> {
  const api = Object.hasOwn(apis, name) ? apis[name] : undefined
  if (!api) return { errorCode: NOT_FOUND }
  if (!mayUse(caller, name)) return { errorCode: NO_PERMISSION }
  try {
    const result = await api(params())
    return 'body' in result ? result : json(`{"errcode":0,"errmsg":"ok",${result.fields.slice(1)}`)
  } catch (thrown) {
    if (!(thrown instanceof WeChatError)) throw thrown
    return json(JSON.stringify({ errcode: thrown.errcode, errmsg: thrown.message }))
  }
}

function json(text: string): OpenApiAnswer {
  return { contentType: 'application/json', body: Buffer.from(text) }
}
