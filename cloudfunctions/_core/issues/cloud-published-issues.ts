import { fromStored } from '../from-stored'
import { putRevision } from '../put-revision'
import { database } from '../wx'
import type { PublishedIssue, PublishedIssues, PublishedRow } from './published-issue'

const issues = () => database.collection('issues')

export const cloudPublishedIssues: PublishedIssues = {
  async lastChange() {
    const { data } = await issues().orderBy('change', 'desc').limit(1).field({ change: true }).get()
    return data[0] ? Number(data[0].change) : 0
  },

  async find(id) {
    const { data } = await issues().doc(id).get()
    return data ? fromStored<PublishedIssue>(data) : null
  },

  async page({ seriesId, before, limit }) {
    const condition = {
      state: 'published',
      ...(seriesId === undefined ? {} : { seriesId }),
      ...(before === undefined ? {} : { order: database.command.lt(before) }),
    }
    const page = issues().where(condition).orderBy('order', 'desc').limit(limit)
    const { data } = await page.field({ order: true, summary: true }).get()
    return data as PublishedRow[]
  },

  put(issue) {
    return putRevision('issues', issue)
  },
}
