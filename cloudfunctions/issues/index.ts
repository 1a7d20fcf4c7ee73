import { createCodeFollower } from '#core/codes/follow-codes'
import { readFirm } from '#core/firm/cloud-firm'
import { cloudPublishedIssues } from '#core/issues/cloud-published-issues'
import { createIssueReader } from '#core/issues/read-issues'
import { handle, serve } from '#core/serve'
import { addRead } from '#core/statistics/read-counter'
import { getFirm } from '#shared/firm/endpoints'
import { countRead, followCode, getIssue, listIssues } from '#shared/issues/endpoints'

const reader = createIssueReader(cloudPublishedIssues)
const codes = createCodeFollower(reader)

export const main = serve([
  handle(listIssues, (input) => reader.list(input)),
  handle(getIssue, (input) => ('token' in input ? codes.getIssue(input) : reader.get(input))),
  handle(followCode, codes.follow),
  // Of what is not shown nothing is counted and nothing told: counts cannot grow beyond what is published.
  handle(countRead, async (read) => {
    if (await reader.find(read.id)) await addRead(read)
    return {}
  }),
  handle(getFirm, readFirm),
])
