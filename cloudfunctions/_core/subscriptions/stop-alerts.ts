import type { Subscriptions } from '#shared/alerts/endpoints'
import { changeReader } from '../readers/change-reader'
import { isFollowing, stopFollowing } from '../readers/follows'
import type { Context } from '../serve'
import { readTerms } from './offers'
import { signedIn } from './signed-in'
import type { SubscriptionPorts } from './subscription-ports'
import { subscriptionsOf } from './subscriptions-of'

/** Ends the wish to be told of a series, also of one that is not offered any more; where there is none, nothing. */
export async function stopAlerts(
  ports: SubscriptionPorts,
  { seriesId }: { seriesId: string },
  context: Context,
): Promise<Subscriptions> {
  const openid = signedIn(context)
  const now = context.now.getTime()
  const reader = await changeReader(ports, openid, now, (stored) => {
    if (!stored || !isFollowing(stored.follows, seriesId)) return null
    const follows = stopFollowing(stored.follows, seriesId, now)
    return { reader: { ...stored, follows }, entries: [], confirmed: 0, hasUnconfirmed: false }
  })
  return subscriptionsOf(reader, await readTerms(ports), now)
}
