import { momentChosen } from '../../../../src/editor/publish/moment-chosen'

const now = Date.parse('2021-09-01T01:00:00Z')
const later = { isLater: true, day: '2021-09-01', time: '09:30' }

test('now is no time at all, whatever was filled in before', () => {
  expect(momentChosen({ ...later, isLater: false, time: 'x' }, now)).toEqual({ at: null, wrong: null })
})

test('a time is Beijing’s', () => {
  expect(momentChosen(later, now)).toEqual({ at: '2021-09-01T01:30:00.000Z', wrong: null })
})

test('what is no time, or has passed, is said and never publishes now instead', () => {
  expect(momentChosen({ ...later, time: '25:00' }, now).wrong).toBe('notATime')
  expect(momentChosen({ ...later, time: '09:00' }, now).wrong).toBe('past')
  expect(momentChosen({ ...later, day: '2021-08-31' }, now).wrong).toBe('past')
})
