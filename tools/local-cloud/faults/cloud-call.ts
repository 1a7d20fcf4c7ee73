import type { SdkCaller } from '../functions/sdk-caller'

/** One call of an action, as counts and rules of faults know it. */
export type CloudCall = {
  /** By the SDK's own name, or, of a phone, `client.` and the name of its function. */
  action: string
  /** Of an open API call the API's name too, as in `subscribeMessage.send`. */
  api: string | null
  /** Who calls, or, where a phone calls a function, that function; null of all else that is outside. */
  functionName: string | null
  /** The calling function's invocation and instance. */
  run: string | null
  instance: string | null
  openid: string | null
  request: Record<string, unknown>
}

type Request = CloudCall['request']

export function sdkCall(action: string, request: Request, caller: SdkCaller | null): CloudCall {
  return {
    action,
    api: action.startsWith('wx.') && typeof request.apiName === 'string' ? request.apiName : null,
    functionName: caller?.functionName ?? null,
    run: caller?.run ?? null,
    instance: caller?.instance ?? null,
    openid: caller?.openid ?? null,
    request,
  }
}

export function phoneCall(name: string, request: Request, openid: string | null): CloudCall {
  return {
    action: `client.${name}`,
    api: null,
    functionName: typeof request.name === 'string' ? request.name : null,
    run: null,
    instance: null,
    openid,
    request,
  }
}
