import type { Reader } from '../readers/reader'
import { database } from '../wx'
import type { AlertStore } from './alert-store'

const { command } = database
const readers = () => database.collection('readers')

/** The most documents that one answer of the database holds. */
const LIMIT = 1000

/** How many settled campaigns a reader's document remembers of each template. */
const SETTLED = 5

type Stored = Partial<Reader> & { _id: string }

export const cloudAlertReaders: AlertStore['readers'] = {
  async followers(seriesId, templateId, after, limit) {
    const { data } = await readers()
      .where({ 'follows.series': seriesId, _id: command.gt(after) })
      .orderBy('_id', 'asc')
      .limit(limit)
      .field({ follows: true, erasedAt: true, [`templates.${templateId}.credits`]: true })
      .get()
    return (data as Stored[]).map(({ _id, follows = [], templates = {}, erasedAt }) => ({
      key: _id,
      follows,
      credits: templates[templateId]?.credits ?? 0,
      isErased: typeof erasedAt === 'number',
    }))
  },

  async reserve(keys, templateId, token) {
    const template = `templates.${templateId}`
    await readers()
      .where({
        _id: command.in(keys),
        [`${template}.credits`]: command.gt(0),
        [`${template}.holds`]: command.neq(token),
        [`${template}.settled`]: command.neq(token),
      })
      .update({
        data: {
          [`${template}.credits`]: command.inc(-1),
          [`${template}.holds`]: command.push([token]),
          version: command.inc(1),
        },
      })
  },

  async receivers(keys, templateId) {
    const { data } = await readers()
      .where({ _id: command.in(keys) })
      .limit(LIMIT)
      .field({
        openid: true,
        language: true,
        follows: true,
        erasedAt: true,
        [`templates.${templateId}.holds`]: true,
      })
      .get()
    return (data as Stored[]).map(
      ({ _id, openid = '', language = 'zh', follows = [], templates = {}, erasedAt }) => ({
        key: _id,
        openid,
        language,
        follows,
        holds: templates[templateId]?.holds ?? [],
        isErased: typeof erasedAt === 'number',
      }),
    )
  },

  async settle(keys, templateId, token, how, reservedAt) {
    const template = `templates.${templateId}`
    const held = { _id: command.in(keys), [`${template}.holds`]: token }
    const settled = {
      [`${template}.holds`]: command.pull(token),
      [`${template}.settled`]: command.push({ each: [token], slice: -SETTLED }),
      version: command.inc(1),
    }
    if (how === 'refused') {
      const older = { ...held, [`${template}.lastGrantAt`]: command.lt(reservedAt) }
      await readers()
        .where(older)
        .update({ data: { ...settled, [`${template}.credits`]: 0, [`${template}.clearedAt`]: reservedAt } })
    }
    await readers()
      .where(held)
      .update({
        data: how === 'returned' ? { ...settled, [`${template}.credits`]: command.inc(1) } : settled,
      })
  },
}
