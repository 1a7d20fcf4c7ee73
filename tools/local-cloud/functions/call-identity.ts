import type { Caller } from './cloud-functions'

/** The one environment and mini-program of this machine. */
export const LOCAL = { env: 'local', appId: 'wx0000000000local' }

/** The variables of one invocation, which `getWXContext()` reads; a caller who is not signed in has no openid. */
export function callIdentity({ openid, source }: Caller): Record<string, string> {
  return {
    WX_APPID: LOCAL.appId,
    WX_CLIENTIP: '127.0.0.1',
    ...(openid === null ? {} : { WX_OPENID: openid }),
    TCB_SOURCE: source,
  }
}
