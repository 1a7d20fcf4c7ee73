import { refusal } from './evaluate'

const MINUTE = 60_000

/** How many minutes a time zone is ahead at a moment: of a name, as `Asia/Shanghai`, or an offset, as `+08:00`. */
export function minutesAhead(zone: unknown, date: Date): number {
  if (zone === undefined) return 0
  if (typeof zone !== 'string') throw refusal('timezone must evaluate to a string')
  const [offset, sign, hours, minutes = '0'] = /^([+-])(\d\d)(?::?(\d\d))?$/.exec(zone) ?? []
  if (offset) return (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1)
  try {
    const format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' })
    const name = format.formatToParts(date).find(({ type }) => type === 'timeZoneName')?.value ?? ''
    return name === 'GMT' ? 0 : minutesAhead(name.replace('GMT', ''), date)
  } catch {
    throw refusal(`unrecognized time zone identifier: "${zone.slice(0, 100)}"`)
  }
}

/** The moment whose parts in UTC are those of this one in a time zone. */
export const toLocal = (date: Date, zone: unknown): Date =>
  new Date(date.getTime() + minutesAhead(zone, date) * MINUTE)

/** The moment at which the clocks of a time zone show what this one is in UTC. */
export function fromLocal(local: Date, zone: unknown): Date {
  const near = new Date(local.getTime() - minutesAhead(zone, local) * MINUTE)
  return new Date(local.getTime() - minutesAhead(zone, near) * MINUTE)
}
