/** Which running function speaks to the cloud. */
export type SdkCaller = {
  functionName: string
  /** Names one instance (worker) for as long as the local cloud runs. */
  instance: string
  /** Names the one invocation that the instance is serving. */
  run: string
}
