import type { Subscriptions } from '#shared/alerts/endpoints'
import type { Language } from '#shared/newsletter/bilingual'
import { changeReader } from '../readers/change-reader'
import type { Context } from '../serve'
import { readTerms } from './offers'
import { signedIn } from './signed-in'
import type { SubscriptionPorts } from './subscription-ports'
import { subscriptionsOf } from './subscriptions-of'

export async function chooseAlertLanguage(
  ports: SubscriptionPorts,
  { language }: { language: Language },
  context: Context,
): Promise<Subscriptions> {
  const openid = signedIn(context)
  const now = context.now.getTime()
  const reader = await changeReader(ports, openid, now, (stored) => {
    if (!stored || stored.language === language) return null
    return { reader: { ...stored, language }, entries: [], confirmed: 0, hasUnconfirmed: false }
  })
  return subscriptionsOf(reader, await readTerms(ports), now)
}
