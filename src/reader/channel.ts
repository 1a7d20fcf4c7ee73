import type { Channel } from '#shared/issues/endpoints'

/** The ways in that WeChat tells by a number. An alert is 1014 or 1107, as the phone likes. */
const scenes: Record<Exclude<Channel, 'direct'>, readonly number[]> = {
  alert: [1014, 1107],
  share: [1007, 1008, 1044],
  code: [1011, 1012, 1013, 1047, 1048, 1049],
  timeline: [1154, 1155],
}

/** By which way a reader came, of the scene that WeChat names; `direct` for all others. */
export function channelOf(scene: number | undefined): Channel {
  for (const channel of ['alert', 'share', 'code', 'timeline'] as const)
    if (scenes[channel].some((each) => each === scene)) return channel
  return 'direct'
}
