import * as v from 'valibot'
import { type Firm, FirmSchema } from '#shared/firm/endpoints'
import { database } from '../wx'

/** The document of `settings`. */
export const FIRM = 'firm'

const UNSET: Firm = { account: null, contact: null }

/** What is not saved, or by hand in a way that cannot be used, is not shown. */
export async function readFirm(): Promise<Firm> {
  const { data } = await database.collection('settings').doc(FIRM).get()
  const parsed = v.safeParse(FirmSchema, data)
  return parsed.success ? parsed.output : UNSET
}
