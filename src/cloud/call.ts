import type { Endpoint, EndpointInput, EndpointOutput } from '#shared/endpoint'
import { AppError } from '#shared/errors'
import { localCloud } from './local-cloud'
import { parseReply } from './parse-reply'
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
    if (cause instanceof AppError) throw cause
    throw hasReachedCloud(cause) ? AppError.from(cause) : new AppError('OFFLINE', 'No connection.', { cause })
  }
}

/**
 * WeChat rejects with `errCode: -504002` and the like when the cloud was reached and the function failed there, and
 * with -1 or no code at all when there is no network or nobody answered in time.
 */
function hasReachedCloud(cause: unknown): boolean {
  const code = typeof cause === 'object' && cause !== null && 'errCode' in cause ? cause.errCode : undefined
  return typeof code === 'number' && code < -1
}
