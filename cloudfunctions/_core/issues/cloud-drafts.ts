import { fromStored } from '../from-stored'
import { putRevision } from '../put-revision'
import { database } from '../wx'
import type { Draft, Drafts } from './draft'

export const cloudDrafts: Drafts = {
  async find(id) {
    const { data } = await database.collection('drafts').doc(id).get()
    return data ? fromStored<Draft>(data) : null
  },

  async findEdition(edition) {
    const { data } = await database.collection('drafts').where({ edition }).limit(1).get()
    return data[0] ? fromStored<Draft>(data[0]) : null
  },

  put(draft) {
    return putRevision('drafts', draft)
  },
}
