import { readingPlace, scrollTopFor } from '../../../../src/pages/issue/reading-place'

/** A page of boxes of these heights, scrolled by so much, under a bar of 50 px in a window of 800. */
function aPage(heights: number[], scrollTop: number) {
  let top = 100 - scrollTop
  const boxes = heights.map((height) => {
    const box = { top, bottom: top + height }
    top += height
    return box
  })
  return { boxes, scrollTop, readingTop: 50, windowHeight: 800 }
}

test('holds on to the first title in sight', () => {
  const place = readingPlace(aPage([300, 400, 500], 200))
  expect(place).toEqual({ index: 1, part: 0, top: 200 })
})

test('scrolls by as much as the texts above have grown', () => {
  const before = aPage([300, 400, 500], 200)
  const after = aPage([450, 600, 700], 200)
  const place = readingPlace(before)
  expect(place && scrollTopFor(place, after)).toBe(350)
})

test('does not scroll where nothing above has changed', () => {
  const before = aPage([300, 400], 0)
  const place = readingPlace(before)
  expect(place && scrollTopFor(place, aPage([900, 100], 0))).toBe(0)
})

test('holds on to the same part of a text that fills the screen', () => {
  const before = aPage([2000, 100], 1050)
  const place = readingPlace(before)
  expect(place).toEqual({ index: 0, part: 0.5, top: 50 })
  expect(place && scrollTopFor(place, aPage([1000, 100], 1050))).toBe(550)
})

test('knows no place on a page without texts', () => {
  expect(readingPlace(aPage([], 0))).toBeNull()
})
