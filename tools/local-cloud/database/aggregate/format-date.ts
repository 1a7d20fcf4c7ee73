import { dateParts } from './date-parts'
import { refusal } from './evaluate'
import { minutesAhead, toLocal } from './time-zone'

const DEFAULT_FORMAT = '%Y-%m-%dT%H:%M:%S.%LZ'

const padded = (part: (date: Date) => number, digits: number) => (date: Date) =>
  String(part(date)).padStart(digits, '0')

const PARTS: Record<string, (date: Date) => string> = {
  d: padded(dateParts.dayOfMonth, 2),
  G: padded(dateParts.isoWeekYear, 4),
  H: padded(dateParts.hour, 2),
  j: padded(dateParts.dayOfYear, 3),
  L: padded(dateParts.millisecond, 3),
  m: padded(dateParts.month, 2),
  M: padded(dateParts.minute, 2),
  S: padded(dateParts.second, 2),
  u: padded(dateParts.isoDayOfWeek, 1),
  U: padded(dateParts.week, 2),
  V: padded(dateParts.isoWeek, 2),
  w: padded(dateParts.dayOfWeek, 1),
  Y: padded(dateParts.year, 4),
}

/** A date as `$dateToString` writes it. */
export function formatDate(date: Date, format: unknown = DEFAULT_FORMAT, zone?: unknown): string {
  if (typeof format !== 'string') throw refusal("$dateToString requires that 'format' be a string")
  const local = toLocal(date, zone)
  const ahead = minutesAhead(zone, date)
  return format.replace(/%(.?)/gsu, (whole, name: string) => {
    if (name === '%') return '%'
    if (name === 'z') return offsetText(ahead)
    if (name === 'Z') return String(ahead)
    const part = Object.hasOwn(PARTS, name) ? PARTS[name] : undefined
    if (!part) throw refusal(`Invalid format character '${whole}' in format string`)
    return part(local)
  })
}

function offsetText(minutes: number): string {
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60]
  return `${minutes < 0 ? '-' : '+'}${String(hours).padStart(2, '0')}${String(rest).padStart(2, '0')}`
}
