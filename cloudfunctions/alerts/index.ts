import type { AlertSettings } from '#core/alerts/alert-settings'
import { cloudAlertPorts } from '#core/alerts/cloud-alert-ports'
import { readAlertSettings } from '#core/alerts/cloud-alert-settings'
import { cloudAlertStore } from '#core/alerts/cloud-alert-store'
import { runAlerts } from '#core/alerts/run-alerts'
import { cloudReaderPorts } from '#core/readers/cloud-reader-ports'
import { removeErased } from '#core/readers/remove-erased'
import { takeBackUnconfirmed } from '#core/readers/take-back-unconfirmed'

/** Every 30 seconds, by the timer of `config.json`; nobody else may call it. */
export async function main(): Promise<void> {
  const settings = await readAlertSettings()
  // A run's time is counted from its beginning: much to tidy up must not move its end beyond the time limit.
  await Promise.all([settings && runAlerts(cloudAlertPorts(settings)), tidyUp(settings)])
}

/** What fails here, or is not done in time, is done by a later run; sending does not wait for it. */
async function tidyUp(settings: AlertSettings | null): Promise<void> {
  try {
    if (settings) await takeBackUnconfirmed(cloudReaderPorts, settings, Date.now())
    await removeErased(cloudReaderPorts, cloudAlertStore.campaigns, Date.now())
  } catch (thrown) {
    console.error(thrown)
  }
}
