import type { Caller } from './call-identity'

/** Which running function speaks to the cloud, and who had called it. */
export type SdkCaller = Caller & {
  functionName: string
  /** Names one instance (worker) for as long as the local cloud runs. */
  instance: string
  /**
   * Names the one invocation that the instance is serving, or has served last. What an earlier one left unfinished goes
   * on in it and counts to it: it also speaks with its identity, as in the cloud.
   */
  run: string
}
