import type { Subscriptions } from '#shared/alerts/endpoints'
import { eraseReader } from '../readers/erase-reader'
import type { Context } from '../serve'
import { readTerms } from './offers'
import { signedIn } from './signed-in'
import type { SubscriptionPorts } from './subscription-ports'
import { subscriptionsOf } from './subscriptions-of'

/** Deletes all that is held on the caller; whoever comes back is new to us. */
export async function deleteHeldData(ports: SubscriptionPorts, context: Context): Promise<Subscriptions> {
  const now = context.now.getTime()
  await eraseReader(ports, signedIn(context), now)
  return subscriptionsOf(null, await readTerms(ports), now)
}
