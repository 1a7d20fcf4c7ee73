import { cloudPublishedIssues } from '#core/issues/cloud-published-issues'
import { createIssueReader } from '#core/issues/read-issues'
import { handle, serve } from '#core/serve'
import { getIssue, listIssues } from '#shared/issues/endpoints'

const reader = createIssueReader(cloudPublishedIssues)

export const main = serve([handle(listIssues, reader.list), handle(getIssue, reader.get)])
