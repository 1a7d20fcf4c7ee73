import { cloudAlertPorts } from '#core/alerts/cloud-alert-ports'
import { readAlertSettings } from '#core/alerts/cloud-alert-settings'
import { runAlerts } from '#core/alerts/run-alerts'

/** Every 30 seconds, by the timer of `config.json`; nobody else may call it. */
export async function main(): Promise<void> {
  const settings = await readAlertSettings()
  if (settings) await runAlerts(cloudAlertPorts(settings))
}
