import { summarizeIssue } from '#core/issues/summarize-issue'
import { groupByMonth } from '../../../../src/components/issue-list/group-by-month'
import { anIssue } from '../../../support/an-issue'

const summary = (id: string, month: string) => summarizeIssue(anIssue({ id, month }), 'weekly')

test('keeps the order of the list', () => {
  const groups = groupByMonth([summary('3', '2021-02'), summary('2', '2021-01'), summary('1', '2021-01')])
  expect(groups.map(({ month, issues }) => [month, issues.map((issue) => issue.id)])).toEqual([
    ['2021-02', ['3']],
    ['2021-01', ['2', '1']],
  ])
})

test('makes no group of nothing', () => {
  expect(groupByMonth([])).toEqual([])
})
