import { Cron } from 'croner'

/** The cloud's timers run by the time of Beijing, in minutes ahead of UTC. */
const BEIJING = 8 * 60

const MONTHS = 'JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC'
const WEEKDAYS = 'SUN|MON|TUE|WED|THU|FRI|SAT'

/** The cloud's fields take `,`, `-`, `*` and `/`, and nothing of other dialects (`?`, `L`, `W`, `#`, 7 for Sunday). */
const FIELDS = [
  field('second', '\\d+'),
  field('minute', '\\d+'),
  field('hour', '\\d+'),
  field('day', '\\d+'),
  field('month', `\\d+|${MONTHS}`),
  field('weekday', `[0-6]|${WEEKDAYS}`),
  field('year', '\\d+'),
]

/** The first moment after another at which a timer fires, in ms; null for never. Throws where the cron is none. */
export function nextTime(cron: string, after: number): number | null {
  const texts = cron.trim().split(/\s+/u)
  if (texts.length !== FIELDS.length)
    throw new Error(`"${cron}" has not the seven fields of the cloud's timers.`)
  FIELDS.forEach(({ name, pattern }, at) => {
    if (!pattern.test(texts[at] ?? ''))
      throw new Error(`"${cron}" has no ${name} that the cloud's timers know.`)
  })
  // Where day and weekday are both given, either is enough: croner's own rule too.
  const next = new Cron(texts.join(' '), { utcOffset: BEIJING, paused: true }).nextRun(new Date(after))
  return next?.getTime() ?? null
}

function field(name: string, value: string): { name: string; pattern: RegExp } {
  const item = `(?:\\*|(?:${value})(?:-(?:${value}))?)(?:/\\d+)?`
  return { name, pattern: new RegExp(`^${item}(?:,${item})*$`, 'iu') }
}
