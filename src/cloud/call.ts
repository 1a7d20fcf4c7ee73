import type { Endpoint, EndpointInput, EndpointOutput } from '#shared/endpoint'
import { localCloud } from './local-cloud'
import { parseReply } from './parse-reply'
import { transportError } from './transport-error'
import { wechatCloud } from './wechat-cloud'

/** Decided when building: only a release for WeChat speaks to WeChat's cloud. */
const transport = process.env.TARO_ENV === 'h5' || process.env.TARO_APP_LOCAL_CLOUD ? localCloud : wechatCloud

/** Calls an endpoint; throws an AppError, with OFFLINE when no answer came back at all. */
export async function call<E extends Endpoint>(
  endpoint: E,
  input: EndpointInput<E>,
): Promise<EndpointOutput<E>> {
  return parseReply(endpoint, await send(endpoint, input))
}

async function send(endpoint: Endpoint, input: unknown): Promise<unknown> {
  try {
    return await transport(endpoint.function, { endpoint: endpoint.name, input })
  } catch (cause) {
    throw transportError(cause)
  }
}
