import {
  readDate,
  readLine,
  readLines,
  readMonth,
  readNumber,
  readText,
  readWebAddress,
} from '../../../src/editor/read-field'

describe('what is typed into a field', () => {
  it.each([
    ['2021-01', '2021-01'],
    ['2021.1', '2021-01'],
    ['2021年1月', '2021-01'],
    [' 2021/12 ', '2021-12'],
  ])('says a month: %s', (typed, month) => {
    expect(readMonth(typed)).toEqual({ value: month })
  })

  it.each(['2021', '2021-13', '2021-00', '一月', '2021-01-04'])('says no month: %s', (typed) => {
    expect(readMonth(typed)).toBeNull()
  })

  it.each([
    ['2021-01-04', '2021-01-04'],
    ['2021年1月4日', '2021-01-04'],
    ['2020.2.29', '2020-02-29'],
  ])('says a date: %s', (typed, date) => {
    expect(readDate(typed)).toEqual({ value: date })
  })

  it.each(['2021-02-30', '2021-02-29', '2021-1', '明天'])('says no date: %s', (typed) => {
    expect(readDate(typed)).toBeNull()
  })

  it.each([
    ['39', 39],
    ['999999', 999_999],
  ])('says a number: %s', (typed, number) => {
    expect(readNumber(typed)).toEqual({ value: number })
  })

  it.each(['0', '-1', '1.5', '1000000', '三十九'])('says no number: %s', (typed) => {
    expect(readNumber(typed)).toBeNull()
  })

  it.each(['javascript:alert(1)', 'data:text/html,x', 'www', 'mailto:a@example.com'])(
    'says no web address: %s',
    (typed) => {
      expect(readWebAddress(typed)).toBeNull()
    },
  )

  it('says a web address', () => {
    expect(readWebAddress(' https://www.cac.gov.cn/a ')).toEqual({ value: 'https://www.cac.gov.cn/a' })
  })

  it.each([readText, readNumber, readMonth, readDate, readWebAddress])(
    'says nothing where it is empty',
    (read) => {
      expect(read('  ')).toEqual({ value: null })
    },
  )

  it('is one line, where it is a name that was pasted in two', () => {
    expect(readLine(' Weekly Cybersecurity\n and Data Protection Review ')).toEqual({
      value: 'Weekly Cybersecurity and Data Protection Review',
    })
  })

  it('is a list, one entry a line', () => {
    expect(readLines('北京\n\n 上海 \n')).toEqual({ value: ['北京', '上海'] })
  })
})
