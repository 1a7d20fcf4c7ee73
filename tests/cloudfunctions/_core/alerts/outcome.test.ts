import { outcomeOf, pauseReason } from '#core/alerts/outcome'

const failed = (code: number, message = '') => outcomeOf({ code, msgid: null, message })

it('takes a message with an id as accepted, and an empty answer as unknown', () => {
  expect(outcomeOf({ code: 0, msgid: '1', message: '' })).toBe('accepted')
  expect(outcomeOf({ code: 0, msgid: null, message: '' })).toBe('unknown')
})

it.each([-1, 43108, -501003, -501004])('tries again what was surely not sent (%i)', (code) => {
  expect(failed(code)).toBe('passing')
})

it.each(['connect ECONNREFUSED 127.0.0.1:80', 'getaddrinfo ENOTFOUND', 'getaddrinfo EAI_AGAIN'])(
  'tries again where no connection was made: %s',
  (message) => {
    expect(failed(-501001, message)).toBe('passing')
  },
)

it('rests where WeChat had too many calls', () => {
  expect(failed(45009)).toBe('rest')
})

it.each([
  [43101, 'refused'],
  [40003, 'no-such-reader'],
])("knows the reader's own affairs (%i)", (code, outcome) => {
  expect(failed(code)).toBe(outcome)
})

it.each([47003, 40037, 41030, 43107, 43116, 45168, -604100, -604101, -604104])(
  'pauses where we have something to mend, and says what (%i)',
  (code) => {
    expect(failed(code)).toBe('ours')
    expect(pauseReason({ code, msgid: null, message: 'errmsg' })).toMatch(
      new RegExp(`(?:resume|cancel).*\\(${code}: errmsg\\)$`, 'u'),
    )
  },
)

it.each([
  [-501001, 'request timeout'],
  [-501001, 'socket hang up'],
  [-501002, ''],
  [-604102, ''],
  [-604103, ''],
  [99999, 'a code of next year'],
])('leaves unknown what may have been sent (%i %s)', (code, message) => {
  expect(failed(code, message)).toBe('unknown')
})
