/** The one environment and mini-program of this machine. */
export const LOCAL = { env: 'local', appId: 'wx0000000000local' }

/** Who calls a function, and by which way: `getWXContext()` tells both. */
export type Caller = {
  openid: string | null
  /** What began it and, after commas, each function that called on. */
  source: string
}

export function byPhone(openid: string | null): Caller {
  return { openid, source: 'wx_client' }
}

/** A timer is nobody. */
export const BY_TIMER: Caller = { openid: null, source: 'wx_trigger' }

/** Who sent a message, or did what it tells of; the documentation has no source for it but "unknown". */
export function byMessagePush(openid: string): Caller {
  return { openid, source: 'wx_unknown' }
}

/**
 * A call through the SDK, from a program outside (null) or from within a call of another function. The documentation
 * promises an openid for what a phone calls only: a function that is called by another has no reader.
 */
export function bySdk(from: Caller | null): Caller {
  return { openid: null, source: from ? `${from.source},scf` : 'scf' }
}

/** Stands for the tokens by which WeChat's own cloud knows a call again. */
const TOKEN = 'local'

/** The variables of one invocation, which `getWXContext()` and the SDK read; who is not signed in has no openid. */
export function callVariables(caller: Caller): Record<string, string> {
  const isByTimer = caller.source === BY_TIMER.source
  const context = {
    WX_APPID: LOCAL.appId,
    WX_CLIENTIP: '127.0.0.1',
    ...(caller.openid === null ? {} : { WX_OPENID: caller.openid }),
    ...(isByTimer ? { WX_TRIGGER_API_TOKEN_V0: TOKEN } : { WX_API_TOKEN: TOKEN }),
  }
  return {
    ...context,
    WX_CONTEXT_KEYS: Object.keys(context).join(','),
    TCB_SOURCE: caller.source,
    ...(isByTimer ? { TRIGGER_SRC: 'timer' } : {}),
  }
}
