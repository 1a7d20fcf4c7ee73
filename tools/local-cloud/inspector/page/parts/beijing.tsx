import { beijingTime } from '../beijing-time'

/** A moment, as the cloud's clock shows it. */
export function Beijing({ at }: { at: number }) {
  return <time dateTime={new Date(at).toISOString()}>{beijingTime(at)}</time>
}
