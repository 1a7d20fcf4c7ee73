import { isStillAt, readingPlace, scrollTopFor } from '../../../src/reader/reading-place'

/** A page of texts of these heights, each with its title on top, scrolled by so much, under a bar of 50 px in a window of 800. */
function aPage(heights: number[], scrollTop: number) {
  let top = 100 - scrollTop
  const texts = heights.map((height) => {
    const box = { top, bottom: top + height }
    top += height
    return box
  })
  const titles = texts.map((box) => ({ top: box.top + 20, bottom: box.top + 40 }))
  return { titles, texts, scrollTop, readingTop: 50, windowHeight: 800 }
}

test('holds on to the first title in sight', () => {
  const place = readingPlace(aPage([300, 400, 500], 200))
  expect(place).toEqual({ kind: 'titles', index: 1, part: 0, top: 220 })
})

test('holds on to a title whose number and switch are out of sight already', () => {
  const place = readingPlace(aPage([300, 400], 60))
  expect(place).toEqual({ kind: 'titles', index: 0, part: 0, top: 60 })
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
  expect(place).toEqual({ kind: 'texts', index: 0, part: 0.5, top: 50 })
  expect(place && scrollTopFor(place, aPage([1000, 100], 1050))).toBe(550)
})

test('knows no place on a page without texts', () => {
  expect(readingPlace(aPage([], 0))).toBeNull()
})

test('takes what a screen rounds off for no scrolling, so that it does not add up', () => {
  const before = aPage([300, 400, 500], 200)
  const place = readingPlace(before)
  expect(place && isStillAt(place, aPage([300.4, 400, 500], 201))).toBe(true)
  expect(place && isStillAt(place, aPage([300, 400, 500], 204))).toBe(false)
})
