import { figureLine, isWithinLimit } from '../../../tools/bench/figure-line'

describe('a figure', () => {
  it.each([
    [{ value: 1.2, atMost: 1.2 }, true],
    [{ value: 1.21, atMost: 1.2 }, false],
    [{ value: 0.9, atLeast: 0.9 }, true],
    [{ value: 0.89, atLeast: 0.9 }, false],
    [{ value: Number.NaN, atMost: 1.2 }, false],
  ])('%j is within its limit: %s', (figure, expected) => {
    expect(isWithinLimit({ name: 'a', baseline: 'b', ...figure })).toBe(expected)
  })

  it('is printed beside its limit, and says when it missed it', () => {
    const line = figureLine({ name: 'toggle/set-data', value: 1.25, atMost: 1.2, baseline: 'the text' })
    expect(line).toMatch(/^toggle\/set-data +1\.25 +at most 1\.2 +MISSED +against the text$/u)
  })
})
