import { readAlertSettings } from '../alerts/cloud-alert-settings'
import { cloudAlertStore } from '../alerts/cloud-alert-store'
import { cloudReaderPorts } from '../readers/cloud-reader-ports'
import type { EventPorts } from './take-event'

export const cloudEventPorts: EventPorts = {
  ...cloudReaderPorts,
  settings: readAlertSettings,
  alerts: cloudAlertStore,
  log: (line) => console.warn(line),
}
