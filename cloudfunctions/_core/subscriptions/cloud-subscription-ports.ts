import { readAlertSettings } from '../alerts/cloud-alert-settings'
import { cloudReaderPorts } from '../readers/cloud-reader-ports'
import { cloudSeries } from './cloud-series'
import type { SubscriptionPorts } from './subscription-ports'

export const cloudSubscriptionPorts: SubscriptionPorts = {
  ...cloudReaderPorts,
  settings: readAlertSettings,
  series: cloudSeries,
}
