import type { Actions } from '../../admin/action'
import type { SdkCaller } from '../../functions/sdk-caller'
import { WeChatError } from '../wechat-error'
import type { OpenApiAnswer } from './comm-api'
import type { OpenApis } from './open-api'
import { jsonAnswer, type OpenApiCall, openApiForms, refusal } from './open-api-forms'

/** Why an API is not reached at all. */
const NOT_FOUND = -604100
const NO_PERMISSION = -604101

type Gate = {
  apis: OpenApis
  /** Whether the calling function's `config.json` permits it. */
  mayUse: (caller: SdkCaller | null, api: string) => boolean
}

/** What the SDK's `cloud.openapi` and `cloud.callOpenAPI` call. */
export function openApiActions(gate: Gate): Actions {
  return Object.fromEntries(
    Object.entries(openApiForms).map(([name, { read, write }]) => [
      name,
      async (request, caller) => write(await answer(gate, read(request), caller)),
    ]),
  )
}

/** What WeChat refuses is an answer too. */
async function answer(
  { apis, mayUse }: Gate,
  { api: name, params }: OpenApiCall,
  caller: SdkCaller | null,
): Promise<OpenApiAnswer> {
  const api = Object.hasOwn(apis, name) ? apis[name] : undefined
  if (!api) return { errorCode: NOT_FOUND }
  if (!mayUse(caller, name)) return { errorCode: NO_PERMISSION }
  try {
    const result = await api(params())
    return 'body' in result ? result : jsonAnswer(`{"errcode":0,"errmsg":"ok",${result.fields.slice(1)}`)
  } catch (thrown) {
    if (thrown instanceof WeChatError) return refusal(thrown)
    throw thrown
  }
}
