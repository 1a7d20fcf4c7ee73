import type { Subscriptions } from '#shared/alerts/endpoints'
import { type AlertSettings, templateOf } from '../alerts/alert-settings'
import type { Series, SubscriptionPorts } from './subscription-ports'

/** What alerts may be asked for at this moment. */
export type Terms = { settings: AlertSettings | null; offers: Subscriptions['offers'] }

export async function readTerms(ports: SubscriptionPorts): Promise<Terms> {
  const [settings, series] = await Promise.all([ports.settings(), ports.series()])
  return { settings, offers: settings ? offersOf(settings, series) : [] }
}

/** Each published series that has a message template. */
function offersOf(settings: AlertSettings, series: readonly Series[]): Subscriptions['offers'] {
  return series.flatMap(({ id, title }) => {
    const templateId = templateOf(settings, id)
    return templateId === null ? [] : [{ seriesId: id, title, templateId }]
  })
}
