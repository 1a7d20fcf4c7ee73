import { fromStored } from '../from-stored'
import type { Transaction } from '../transaction'
import { database } from '../wx'
import type { IssueWriter, PublishedIssue, PublishedIssues, PublishedRow } from './published-issue'

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
}

/** The same, written to as one step with whatever else the transaction holds. */
export function issuesIn(transaction: Transaction): IssueWriter {
  return {
    lastChange: cloudPublishedIssues.lastChange,
    async find(id) {
      const stored = await transaction.get('issues', id)
      return stored && fromStored<PublishedIssue>(stored)
    },
    put: ({ id, ...fields }) => transaction.set('issues', id, fields),
  }
}
