import { timeSpan } from '../../../../../tools/local-cloud/inspector/page/time-span'

it.each([
  [0, '0 ms'],
  [999, '999 ms'],
  [1000, '1 s'],
  [61_999, '1 min 1 s'],
  [3_600_000, '1 h'],
  [3_605_000, '1 h'],
  [-90_000, '1 min 30 s'],
  [93_784_000, '1 d 2 h'],
])('shows %d ms as %s', (ms, text) => {
  expect(timeSpan(ms)).toBe(text)
})
