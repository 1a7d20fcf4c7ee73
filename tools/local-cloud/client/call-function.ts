import * as v from 'valibot'
import type { JsonText } from '../admin/action'
import { CloudError } from '../cloud-error'
import type { CloudFunctions } from '../functions/cloud-functions'

/** WeChat gives a phone no larger result. */
const MAX_RESULT_BYTES = 1024 * 1024

const CallSchema = v.object({ name: v.string(), data: v.optional(v.record(v.string(), v.unknown()), {}) })

/** `wx.cloud.callFunction` of a phone: the reader is who the request says, and may call what readers may. */
export async function callFunction(
  functions: CloudFunctions,
  request: Record<string, unknown>,
  openid: string | null,
): Promise<JsonText> {
  const call = v.safeParse(CallSchema, request)
  if (!call.success)
    throw new CloudError('INVALID_PARAM', 'The request names no function, or its data is no object.')
  const { name, data } = call.output
  const result = await functions.callFromPhone(name, data, openid)
  if (Buffer.byteLength(result) > MAX_RESULT_BYTES)
    throw new CloudError('RESULT_TOO_LARGE', 'The result of the function is larger than 1 MB.')
  return `{"result":${result}}`
}
