import { cloudCampaignPages } from '#core/alerts/cloud-campaign-pages'
import { handle, serve } from '#core/serve'
import { chooseAlertLanguage } from '#core/subscriptions/choose-alert-language'
import { cloudSubscriptionPorts as ports } from '#core/subscriptions/cloud-subscription-ports'
import { deleteHeldData } from '#core/subscriptions/delete-held-data'
import { readHeldData } from '#core/subscriptions/read-held-data'
import { readSubscriptions } from '#core/subscriptions/read-subscriptions'
import { reportPanel } from '#core/subscriptions/report-panel'
import { stopAlerts } from '#core/subscriptions/stop-alerts'
import * as endpoints from '#shared/alerts/endpoints'

/** The caller's own alerts, and all that is held on the caller. */
export const main = serve([
  handle(endpoints.getSubscriptions, (_input, context) => readSubscriptions(ports, context)),
  handle(endpoints.reportPanel, (input, context) => reportPanel(ports, input, context)),
  handle(endpoints.stopAlerts, (input, context) => stopAlerts(ports, input, context)),
  handle(endpoints.chooseAlertLanguage, (input, context) => chooseAlertLanguage(ports, input, context)),
  handle(endpoints.getHeldData, (_input, context) => readHeldData(ports, cloudCampaignPages, context)),
  handle(endpoints.deleteHeldData, (_input, context) => deleteHeldData(ports, context)),
])
