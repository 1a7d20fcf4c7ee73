import { beijingTime, parseBeijingTime } from '../../../../../tools/local-cloud/inspector/page/beijing-time'

it.each([
  ['2026-01-01 00:00:00', Date.UTC(2025, 11, 31, 16)],
  ['2026-11-25 12:58:26', Date.UTC(2026, 10, 25, 4, 58, 26)],
])('shows and reads %s as Beijing does', (text, ms) => {
  expect(beijingTime(ms)).toBe(text)
  expect(parseBeijingTime(text)).toBe(ms)
})

it('reads what a field for a date gives, which leaves out seconds that are 0', () => {
  expect(parseBeijingTime('2026-01-01T08:00')).toBe(Date.UTC(2026, 0, 1))
})

it.each(['', 'tomorrow', '2026-01-01', '2026-13-01 00:00:00'])('does not read %j', (text) => {
  expect(parseBeijingTime(text)).toBeNull()
})
