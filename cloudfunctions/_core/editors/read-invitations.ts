import { fromStored } from '../from-stored'
import { database } from '../wx'
import type { Invitation } from './invitation'

const MOST = 1_000

/** All that have not been cleared away, expired and used ones among them. */
export async function readInvitations(): Promise<Invitation[]> {
  const { data } = await database.collection('invitations').orderBy('key', 'asc').limit(MOST).get()
  return data.map(fromStored<Invitation>)
}
