import type { Subscriptions } from '#shared/alerts/endpoints'
import type { OfferSettings, Series, SubscriptionPorts } from './subscription-ports'

/** What alerts may be asked for at this moment. */
export type Terms = { settings: OfferSettings | null; offers: Subscriptions['offers'] }

export async function readTerms(ports: SubscriptionPorts): Promise<Terms> {
  const [settings, series] = await Promise.all([ports.settings(), ports.series()])
  return { settings, offers: settings ? offersOf(settings, series) : [] }
}

/** Each published series that has a message template. */
export function offersOf(
  { templates, seriesTemplates, defaultTemplate }: OfferSettings,
  series: readonly Series[],
): Subscriptions['offers'] {
  return series.flatMap(({ id, title }) => {
    const templateId = Object.hasOwn(seriesTemplates, id) ? seriesTemplates[id] : defaultTemplate
    return templateId && Object.hasOwn(templates, templateId) ? [{ seriesId: id, title, templateId }] : []
  })
}
