/** To a writer: check what is there at this address, and then write until nobody answers. */
export type ToWriter = { check: string } | 'write'

/** From a writer: what it found amiss, each write that was acknowledged, and that there are no more, and why. */
export type FromWriter = { checked: readonly string[] } | 'acknowledged' | { stopped: readonly string[] }

/** From the cloud: where it is. */
export type FromCloud = { adminUrl: string }
