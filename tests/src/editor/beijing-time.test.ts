import { wordsIn } from '#reader/words'
import {
  beijingClock,
  beijingDays,
  momentAt,
  momentInWords,
  timeOfDay,
} from '../../../src/editor/beijing-time'

describe('Beijing time, whatever the phone’s own zone is', () => {
  it('is on the next day already while the evening goes on elsewhere', () => {
    expect(beijingClock(Date.parse('2021-08-31T16:00:00Z'))).toEqual({ day: '2021-09-01', time: '00:00' })
    expect(momentInWords('2021-08-31T17:05:00.000Z', wordsIn('zh'))).toBe('2021 年 9 月 1 日 01:05')
    expect(momentInWords('2021-08-31T17:05:00.000Z', wordsIn('en'))).toBe('September 1, 2021 01:05')
  })

  it('names the moment at which its clock shows a day and a time', () => {
    expect(momentAt('2021-09-01', '00:30')).toBe('2021-08-31T16:30:00.000Z')
    expect(beijingClock(Date.parse(momentAt('2024-02-29', '23:59')))).toEqual({
      day: '2024-02-29',
      time: '23:59',
    })
  })

  it('counts days on from today, over the end of a month and a year', () => {
    expect(beijingDays(Date.parse('2021-12-30T20:00:00Z'), 3)).toEqual([
      '2021-12-31',
      '2022-01-01',
      '2022-01-02',
    ])
  })
})

describe('a time of day as people type it', () => {
  it.each([
    ['09:00', '09:00'],
    ['9:00', '09:00'],
    ['9：30', '09:30'],
    ['0915', '09:15'],
    ['9', '09:00'],
    ['9点', '09:00'],
    ['21 时 05 分', '21:05'],
    ['00:00', '00:00'],
  ])('%s is %s', (typed, time) => expect(timeOfDay(typed)).toBe(time))

  it.each(['', '24:00', '9:60', '9:5', 'nine', '12345', '-1', '9:00 pm'])('%j is none', (typed) =>
    expect(timeOfDay(typed)).toBeNull(),
  )
})
