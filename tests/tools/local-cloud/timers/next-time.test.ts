import { nextTime } from '../../../../tools/local-cloud/timers/next-time'

/** Times of Beijing, as the cron speaks of them. */
const at = (time: string) => new Date(`${time.replace(' ', 'T')}+08:00`).getTime()

// 1 January 2026 is a Thursday.
it.each([
  ['each five minutes', '0 */5 * * * * *', '2026-01-01 08:00:00', '2026-01-01 08:05:00'],
  ['each thirty seconds', '*/30 * * * * * *', '2026-01-01 08:00:00.001', '2026-01-01 08:00:30'],
  ['not the very moment again', '0 0 8 * * * *', '2026-01-01 08:00:00', '2026-01-02 08:00:00'],
  ['the last ms before', '0 0 8 * * * *', '2026-01-01 07:59:59.999', '2026-01-01 08:00:00'],
  ['a day of the month', '0 0 2 1 * * *', '2026-01-01 08:00:00', '2026-02-01 02:00:00'],
  ['midnight of Beijing', '0 0 0 * * * *', '2026-01-01 08:00:00', '2026-01-02 00:00:00'],
  ['several hours', '0 0 10,14,16 * * * *', '2026-01-01 10:00:00', '2026-01-01 14:00:00'],
  ['steps within a range', '0 */30 9-17 * * * *', '2026-01-01 17:30:00', '2026-01-02 09:00:00'],
  ['a range with a step', '0 10-30/10 9 * * * *', '2026-01-01 09:10:00', '2026-01-01 09:20:00'],
  ['weekdays by name', '0 15 10 * * MON-FRI *', '2026-01-02 11:00:00', '2026-01-05 10:15:00'],
  ['weekdays in small letters', '0 0 12 * * wed *', '2026-01-01 00:00:00', '2026-01-07 12:00:00'],
  ['0 as Sunday', '0 0 12 * * 0 *', '2026-01-01 00:00:00', '2026-01-04 12:00:00'],
  ['months by name', '0 0 0 1 MAR,JUN * *', '2026-03-02 00:00:00', '2026-06-01 00:00:00'],
  ['day or weekday: the weekday first', '0 0 12 13 * FRI *', '2026-01-01 00:00:00', '2026-01-02 12:00:00'],
  ['day or weekday: the day first', '0 0 12 5 * FRI *', '2026-01-02 13:00:00', '2026-01-05 12:00:00'],
  ['a step of days or a weekday', '0 0 12 */20 * FRI *', '2026-01-09 13:00:00', '2026-01-16 12:00:00'],
  ['a leap day', '0 0 12 29 2 * *', '2026-01-01 00:00:00', '2028-02-29 12:00:00'],
  ['a year', '0 0 12 1 1 * 2027', '2026-01-01 00:00:00', '2027-01-01 12:00:00'],
  ['fields far apart', ' 0  0 12 1 1 * 2027 ', '2026-01-01 00:00:00', '2027-01-01 12:00:00'],
])('%s: %s after %s is %s', (_name, cron, after, next) => {
  expect(nextTime(cron, at(after))).toBe(at(next))
})

it.each([
  ['a year that is over', '0 0 12 1 1 * 2025'],
  ['a day that no month has', '0 0 12 31 2 * *'],
])('never fires: %s', (_name, cron) => {
  expect(nextTime(cron, at('2026-01-01 00:00:00'))).toBeNull()
})

it.each([
  ['six fields', '0 0 12 * * *'],
  ['eight fields', '0 0 12 * * * * *'],
  ['no cron', 'every day'],
  ['nothing', ''],
  ['the last day, of another dialect', '0 0 12 L * * *'],
  ['the last Friday, of another dialect', '0 0 12 * * FRIL *'],
  ['a question mark, of another dialect', '0 0 12 ? * FRI *'],
  ['7 as Sunday, of another dialect', '0 0 12 * * 7 *'],
  ['the first of three Fridays, of another dialect', '0 0 12 * * 5#1 *'],
  ['a second too many', '60 * * * * * *'],
  ['an hour too many', '0 0 24 * * * *'],
  ['a month too many', '0 0 0 1 13 * *'],
  ['a range from behind', '0 50-10 * * * * *'],
  ['a step of nothing', '0 */0 * * * * *'],
])('refuses %s: %j', (_name, cron) => {
  expect(() => nextTime(cron, 0)).toThrow()
})
