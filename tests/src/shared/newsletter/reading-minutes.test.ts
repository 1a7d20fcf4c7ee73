import { readingMinutes } from '#shared/newsletter/reading-minutes'

test('counts the languages that are read', () => {
  expect(readingMinutes({ zh: 3, en: 4 }, 'zh')).toBe(3)
  expect(readingMinutes({ zh: 3, en: 4 }, 'both')).toBe(7)
})

test('says a minute where there is next to nothing', () => {
  expect(readingMinutes({ zh: 3, en: 0 }, 'en')).toBe(1)
})
