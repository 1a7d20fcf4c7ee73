import { cloudPublishedIssues } from '../issues/cloud-published-issues'
import type { OverviewPorts } from './campaign-overview'
import { readSettingsNow } from './cloud-alert-settings'
import { cloudAlertStore } from './cloud-alert-store'
import { cloudCampaignReports } from './cloud-campaign-reports'
import type { SendAgainPorts } from './send-failed-again'
import type { SteeringPorts } from './steer-campaign'

/** What those who run it see and do, in the cloud. */
export const cloudSteeringPorts: OverviewPorts & SteeringPorts & SendAgainPorts = {
  store: cloudAlertStore,
  campaigns: cloudAlertStore.campaigns,
  reports: cloudCampaignReports,
  settings: readSettingsNow,
  async issue(id) {
    return (await cloudPublishedIssues.find(id))?.issue ?? null
  },
}
