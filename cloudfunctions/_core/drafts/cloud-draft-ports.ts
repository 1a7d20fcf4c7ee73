import { readSettingsNow, settingsTrouble } from '../alerts/cloud-alert-settings'
import { cloudPublishedIssues } from '../issues/cloud-published-issues'
import { cloudSeriesRecords } from '../series/cloud-series-records'
import { inTransaction } from '../transaction'
import { cloudDrafts } from './cloud-drafts'
import type { DraftPorts } from './draft-ports'

export const cloudDraftPorts: DraftPorts = {
  transaction: inTransaction,
  drafts: cloudDrafts,
  published: cloudPublishedIssues,
  series: cloudSeriesRecords,
  alertSettings: readSettingsNow,
  alertTrouble: settingsTrouble,
}
