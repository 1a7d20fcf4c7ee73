import { isQuiet } from '#core/alerts/quiet-hours'

const beijing = (time: string) => Date.parse(`2026-11-25T${time}+08:00`)

it.each([
  ['21:59:59', false],
  ['22:00:00', true],
  ['00:00:00', true],
  ['07:59:59', true],
  ['08:00:00', false],
])('is quiet over midnight, Beijing time: at %s %s', (time, expected) => {
  expect(isQuiet({ from: 22, to: 8 }, beijing(time))).toBe(expected)
})

it.each([
  ['12:59:59', false],
  ['13:00:00', true],
  ['14:00:00', false],
])('is quiet within a day: at %s %s', (time, expected) => {
  expect(isQuiet({ from: 13, to: 14 }, beijing(time))).toBe(expected)
})

it('is never quiet where nothing is set, or from an hour to the same', () => {
  expect(isQuiet(null, beijing('23:00:00'))).toBe(false)
  expect(isQuiet({ from: 8, to: 8 }, beijing('08:00:00'))).toBe(false)
})
