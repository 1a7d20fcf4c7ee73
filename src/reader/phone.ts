import { KeptPageSchema } from '#cloud/issue-listing'
import { createIssueStore } from '#cloud/issue-store'
import { keptValue } from '#cloud/kept-value'
import { phoneStorage } from '#cloud/phone-storage'
import { createKnownCodes } from './known-codes'
import { createRememberedIssues } from './remembered-issues'

/** What this phone keeps for its reader. */
export const issueStore = createIssueStore(phoneStorage)
export const keptPage = keptValue(phoneStorage, 'first-page', KeptPageSchema)
/** What was heard to be withdrawn since the list was last asked for. */
export const withdrawnIssues = new Set<string>()

/** By which codes this phone came, and where they led. */
export const knownCodes = createKnownCodes(phoneStorage)

/** For the list's unread marks. */
export const openedIssues = createRememberedIssues(phoneStorage, 'opened')
/** Those whose reading the cloud has counted. */
export const countedIssues = createRememberedIssues(phoneStorage, 'counted')
