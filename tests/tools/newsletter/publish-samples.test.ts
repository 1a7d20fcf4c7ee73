import { publishSamples } from '../../../tools/newsletter/publish-samples'
import { anIssue } from '../../support/an-issue'
import { anImport, type IssuesCloud, startIssuesCloud } from '../../support/issues-cloud'

jest.setTimeout(60_000)

let issues: IssuesCloud
beforeEach(async () => {
  issues = await startIssuesCloud()
}, 60_000)
afterEach(() => issues.close())

const get = (id: string) => issues.call({ endpoint: 'get', input: { id } })

it('publishes every sample once, and leaves alone what was corrected or withdrawn since', async () => {
  const [first = '', second = '', ...others] = await publishSamples(issues.cloud.adminUrl)
  const draft = await issues.desk.findDraft(first)
  if (!draft) throw new Error('A sample has no draft.')
  const sections = draft.issue.sections.map((section) => ({ ...section }))
  await issues.publish({
    ...anIssue(),
    ...draft.issue,
    id: first,
    month: draft.issue.month ?? '',
    sections,
    disclaimer: { zh: '已更正', en: null },
  })
  await issues.desk.withdraw(second)

  expect(await publishSamples(issues.cloud.adminUrl)).toEqual([first, second, ...others])
  expect(await get(first)).toMatchObject({ data: { revision: 2, issue: { disclaimer: { zh: '已更正' } } } })
  expect(await get(second)).toMatchObject({ error: { code: 'NOT_FOUND' } })
  for (const id of others) expect(await get(id)).toMatchObject({ data: { revision: 1 } })
})

it('says of a sample whose number an editor has given to another issue, and goes on', async () => {
  const said = jest.spyOn(process.stderr, 'write').mockReturnValue(true)
  await issues.desk.importDraft(
    anImport(anIssue({ id: '272', number: 272, series: { ...anIssue().series, number: 7 } })),
  )
  const ids = await publishSamples(issues.cloud.adminUrl)
  const lines = said.mock.calls.map(([line]) => line)
  said.mockRestore()
  expect(lines).toEqual([expect.stringMatching(/^content\/.*\.md: Number 272 already belongs to /u)])
  expect(await get('272')).toMatchObject({ error: { code: 'NOT_FOUND' } })
  expect(ids).not.toContain('272')
  for (const id of ids) expect(await get(id)).toMatchObject({ ok: true })
})
