import { fromStored } from '../from-stored'
import { database } from '../wx'
import type { StoredCode } from './stored-code'

export async function findCode(token: string): Promise<StoredCode | null> {
  const { data } = await database.collection('codes').doc(token).get()
  return data ? fromStored<StoredCode>(data) : null
}
