import type { Subscriptions } from '#shared/alerts/endpoints'
import type { Context } from '../serve'
import { readTerms } from './offers'
import { signedIn } from './signed-in'
import type { SubscriptionPorts } from './subscription-ports'
import { subscriptionsOf } from './subscriptions-of'

export async function readSubscriptions(ports: SubscriptionPorts, context: Context): Promise<Subscriptions> {
  const openid = signedIn(context)
  const [terms, reader] = await Promise.all([readTerms(ports), ports.readers.find(openid)])
  return subscriptionsOf(reader, terms, context.now.getTime())
}
