import type { Delivery } from '#core/alerts/campaign'
import { rowAfterAnswer } from '#core/alerts/row-after-answer'

const sending: Delivery = { key: 'k', state: 'sending', attempts: 0, at: 1, run: 'r' }
const busy = { code: -1, msgid: null, message: 'system error' }
const after = (row: Delivery, answer = busy, random = 0.5) =>
  rowAfterAnswer(row, answer, 10_000, () => random).changes

it('keeps the id of a message that was accepted', () => {
  expect(after(sending, { code: 0, msgid: '42', message: '' } as never)).toEqual({
    state: 'accepted',
    msgid: '42',
  })
})

it('waits a second before the next try, and twice as long each time, up to five minutes', () => {
  const pauses = [0, 1, 2, 3, 4, 5, 6].map(
    (attempts) => (after({ ...sending, attempts }).notBefore ?? 0) - 10_000,
  )
  expect(pauses).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 64_000])
})

it('spreads the next tries by a quarter to either side', () => {
  expect(after(sending, busy, 0).notBefore).toBe(10_750)
  expect(after(sending, busy, 0.999_999).notBefore).toBe(11_250)
})

it('gives up after eight tries', () => {
  expect(after({ ...sending, attempts: 7 })).toEqual({
    state: 'failed',
    reason: 'attempts',
    attempts: 8,
    code: -1,
  })
})

it.each([47003, 45009])('does not count against a row what is not its affair (%i)', (code) => {
  expect(after({ ...sending, attempts: 3 }, { ...busy, code })).toEqual({ state: 'pending', code })
})
