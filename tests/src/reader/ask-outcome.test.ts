import { askOutcome } from '#reader/ask-outcome'

const T = 'template'
const answered = (word: string) => ({ kind: 'answered', results: { [T]: word } }) as const
const failed = (code: number) => ({ kind: 'failed', code }) as const

it.each(['accept', 'acceptWithAudio', 'acceptWithWhateverComes'])('takes %s as a consent', (word) => {
  expect(askOutcome(answered(word), T, null)).toBe('accepted')
})

it('tells a refusal, or a cancelled panel, from one that WeChat has kept', () => {
  expect(askOutcome(answered('reject'), T, null)).toBe('refused')
  expect(askOutcome(answered('reject'), T, { isOn: true, kept: {} })).toBe('refused')
  expect(askOutcome(answered('reject'), T, { isOn: true, kept: { [T]: 'reject' } })).toBe('always-refused')
})

it('tells what WeChat has closed', () => {
  expect(askOutcome(answered('ban'), T, null)).toBe('banned')
})

it.each(['filter', 'a word of next year', ''])(
  'takes “%s” as nothing that the reader could change',
  (word) => {
    expect(askOutcome(answered(word), T, null)).toBe('unavailable')
  },
)

it.each([
  [10002, 'no-network'],
  [10003, 'no-network'],
  [10005, 'interrupted'],
  [20004, 'switched-off'],
  [10001, 'unavailable'],
  [10004, 'unavailable'],
  [20001, 'unavailable'],
  [20002, 'unavailable'],
  [20003, 'unavailable'],
  [20005, 'banned'],
  [20013, 'unavailable'],
  [0, 'unavailable'],
])('has a word for the failure %i: %s', (code, outcome) => {
  expect(askOutcome(failed(code), T, null)).toBe(outcome)
})
