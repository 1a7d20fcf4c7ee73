import { textStepOfSetting } from '#reader/text-step'

test.each([
  [14, 0],
  [15, 0],
  [16, 1],
  [17, 1],
  [18, 2],
  [20, 2],
  [22, 3],
  [24, 3],
])('starts from WeChat’s font setting of %d px at step %d', (pixels, step) => {
  expect(textStepOfSetting(pixels)).toBe(step)
})

test('is standard where there is no such setting', () => {
  expect([undefined, Number.NaN, 0].map(textStepOfSetting)).toEqual([1, 1, 1])
})
