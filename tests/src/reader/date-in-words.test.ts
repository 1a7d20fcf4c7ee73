import { dateInWords } from '#reader/date-in-words'
import { wordsIn } from '#reader/words'

test('writes a month, and a day where there is one, as each language does', () => {
  const issue = { month: '2021-01', date: null }
  expect(dateInWords(issue, wordsIn('zh'))).toBe('2021 年 1 月')
  expect(dateInWords(issue, wordsIn('en'))).toBe('January 2021')
  expect(dateInWords({ ...issue, date: '2021-01-05' }, wordsIn('zh'))).toBe('2021 年 1 月 5 日')
  expect(dateInWords({ ...issue, date: '2021-01-05' }, wordsIn('en'))).toBe('January 5, 2021')
})
