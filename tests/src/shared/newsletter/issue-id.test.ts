import * as v from 'valibot'
import { IssueIdSchema } from '#shared/newsletter/issue'
import { issueId, seriesId } from '#shared/newsletter/issue-id'

const weekly = { title: { zh: '远山数据合规周报', en: 'Weekly Data Compliance Review' }, number: 12 }
const anIssue = { number: null, series: weekly, month: '2022-03', date: null }

describe('issueId', () => {
  it('is the running number where there is one', () => {
    expect(issueId({ ...anIssue, number: 204 })).toBe('204')
  })

  it("is the series' name and its number else", () => {
    expect(issueId(anIssue)).toBe('weekly-data-compliance-review-12')
  })

  it('is the series and the date, or the month, where nothing is numbered', () => {
    const series = { ...weekly, number: null }
    expect(issueId({ ...anIssue, series, date: '2022-03-04' })).toBe(
      'weekly-data-compliance-review-2022-03-04',
    )
    expect(issueId({ ...anIssue, series })).toBe('weekly-data-compliance-review-2022-03')
  })

  it.each([
    { zh: '远山数据合规周报', en: null },
    { zh: null, en: null },
    { zh: null, en: 'A Very Long Name '.repeat(20) },
    { zh: null, en: '“Café” & Co.’s Review' },
    { zh: null, en: '周报' },
    { zh: null, en: '-' },
  ])('is a valid address for the series %j', (title) => {
    expect(v.is(IssueIdSchema, seriesId({ title }))).toBe(true)
    expect(v.is(IssueIdSchema, issueId({ ...anIssue, series: { title, number: 999_999 } }))).toBe(true)
    expect(
      v.is(IssueIdSchema, issueId({ ...anIssue, series: { title, number: null }, date: '2022-03-04' })),
    ).toBe(true)
  })
})

describe('seriesId', () => {
  it.each([
    ['C Weekly', 'C++ Weekly'],
    [`${'Long '.repeat(20)}A`, `${'Long '.repeat(20)}B`],
    ['Law & Data', 'Law Data'],
  ])('tells the series %s from %s', (one, other) => {
    expect(seriesId({ title: { zh: null, en: one } })).not.toBe(seriesId({ title: { zh: null, en: other } }))
  })

  it('tells two series that have Chinese titles only', () => {
    const [one, other] = ['远山数据周报', '远山知识产权周报'].map((zh) =>
      seriesId({ title: { zh, en: null } }),
    )
    expect(one).not.toBe(other)
  })

  it('is the same whatever the case, the spaces and the quotation marks', () => {
    const [one, other] = ['The  Editor’s Review', "THE EDITOR'S REVIEW"].map((en) =>
      seriesId({ title: { zh: null, en } }),
    )
    expect(one).toBe(other)
  })

  it('does not change from one version of the project to the next', () => {
    expect(seriesId({ title: { zh: '远山数据周报', en: null } })).toBe('series-068vm970miyd2x')
  })
})
