import type { Invoker } from '../../../config/functions'

/**
 * Whether a phone may call a function, as in the security rules of functions. Timers, message push, other functions and
 * programs with the SDK are not asked.
 */
export function mayInvoke(invoker: Invoker, openid: string | null, anonymousCalls: boolean): boolean {
  if (invoker === 'none') return false
  return openid !== null || (invoker === 'readers' && anonymousCalls)
}
