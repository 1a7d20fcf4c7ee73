import { fromStored } from '../from-stored'
import { database } from '../wx'
import type { Draft } from './draft'
import type { DraftPorts } from './draft-ports'
import type { ListedDraft } from './draft-view'

const drafts = () => database.collection('drafts')

/** What a list shows of a draft; its text is some hundred times as long. */
const LISTED = {
  revision: true,
  changedAt: true,
  changedBy: true,
  summary: true,
  published: true,
  publishAt: true,
  'plan.withAlerts': true,
  trouble: true,
  'issue.number': true,
  'issue.series': true,
  'issue.month': true,
  'issue.date': true,
}

export const cloudDrafts: DraftPorts['drafts'] = {
  async find(id) {
    const { data } = await drafts().doc(id).get()
    return data ? fromStored<Draft>(data) : null
  },

  async findEdition(edition) {
    const { data } = await drafts().where({ edition }).limit(1).get()
    return data[0] ? fromStored<Draft>(data[0]) : null
  },

  async page(before, limit) {
    const { command } = database
    const older = before && [
      { changedAt: command.lt(before.changedAt) },
      { changedAt: before.changedAt, _id: command.lt(before.id) },
    ]
    const { data } = await drafts()
      .where(older ? command.or(older) : { changedAt: command.gt(0) })
      .orderBy('changedAt', 'desc')
      .orderBy('_id', 'desc')
      .limit(limit)
      .field(LISTED)
      .get()
    return data.map(fromStored<ListedDraft>)
  },

  async due(now) {
    const { data } = await drafts()
      .where({ publishAt: database.command.lte(now) })
      .orderBy('publishAt', 'asc')
      .limit(20)
      .field({ _id: true })
      .get()
    return data.map(({ _id }) => String(_id))
  },
}
