import type { Outcome } from '#core/alerts/outcome'
import { Suspicion } from '#core/alerts/suspicion'

const noteAll = (outcomes: readonly Outcome[]) => {
  const suspicion = new Suspicion()
  return outcomes.map((outcome) => suspicion.note(outcome)).at(-1)
}
const times = (count: number, outcome: Outcome) => Array.from({ length: count }, () => outcome)

it('suspects the mini-program after twenty unknown readers running', () => {
  expect(noteAll(times(19, 'no-such-reader'))).toBeNull()
  expect(noteAll(times(20, 'no-such-reader'))).toContain('40003')
  expect(noteAll([...times(19, 'no-such-reader'), 'accepted', 'no-such-reader'])).toBeNull()
})

it('suspects the counts when more than half of the last two hundred have no consent left', () => {
  expect(noteAll([...times(100, 'accepted'), ...times(100, 'refused')])).toBeNull()
  expect(noteAll([...times(99, 'accepted'), ...times(101, 'refused')])).toContain('43101')
  expect(noteAll(times(199, 'refused'))).toBeNull()
  expect(noteAll([...times(150, 'refused'), ...times(150, 'accepted')])).toBeNull()
})
