import { askOutcome, outcomeShown } from '#reader/ask-outcome'

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

describe('promises nothing that WeChat will not let through', () => {
  const subscriptions = {
    offers: [{ seriesId: 'weekly', title: { zh: '周报', en: 'Weekly' }, templateId: T }],
    stock: 5,
    follows: ['weekly'],
    templates: { [T]: { credits: 3, refused: false } },
  }
  const off = { isOn: false, kept: {} }
  const refusing = { isOn: true, kept: { [T]: 'reject' } }

  it.each([
    [off, 'switched-off'],
    [refusing, 'always-refused'],
    [{ isOn: true, kept: { [T]: 'accept' } }, null],
    [null, null],
  ])('where its settings are %j', (settings, outcome) => {
    expect(outcomeShown({ subscriptions, settings, said: null }, 'weekly')).toBe(outcome)
  })

  it('but says what came of the last tap first, and nothing to who follows nothing', () => {
    const said = { seriesId: 'weekly', outcome: 'accepted' } as const
    expect(outcomeShown({ subscriptions, settings: off, said }, 'weekly')).toBe('accepted')
    const none = { ...subscriptions, follows: [] }
    expect(outcomeShown({ subscriptions: none, settings: off, said: null }, 'weekly')).toBeNull()
  })
})
