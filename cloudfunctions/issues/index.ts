import { cloudPublishedIssues } from '#core/issues/cloud-published-issues'
import { createIssueReader } from '#core/issues/read-issues'
import { handle, serve } from '#core/serve'
import { addRead } from '#core/statistics/read-counter'
import { countRead, getIssue, listIssues } from '#shared/issues/endpoints'

const reader = createIssueReader(cloudPublishedIssues)

export const main = serve([
  handle(listIssues, reader.list),
  handle(getIssue, reader.get),
  // Of what is not shown nothing is counted and nothing told: counts cannot grow beyond what is published.
  handle(countRead, async (read) => {
    if (await reader.isShown(read.id)) await addRead(read)
    return {}
  }),
])
