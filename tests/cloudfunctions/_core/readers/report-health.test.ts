import { judgeReports } from '#core/readers/report-health'

it.each([
  [20, 0, false],
  [10, 10, false],
  [9, 11, true],
  [0, 20, true],
  // Too few to tell anything.
  [0, 19, false],
])(
  'of reports of which %d had their event and %d had none, it is in doubt: %s',
  (confirmed, unconfirmed, isDoubtful) => {
    expect(judgeReports({ confirmed, unconfirmed })).toEqual({ confirmed, unconfirmed, isDoubtful })
  },
)
