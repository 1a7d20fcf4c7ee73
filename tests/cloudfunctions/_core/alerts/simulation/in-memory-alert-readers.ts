import type { AlertStore } from '#core/alerts/alert-store'
import type { Credits } from '#core/readers/reader'
import type { Memory } from './memory'
import type { SimulatedProcess } from './simulated-process'

/** Small, so that a campaign of the simulation has several pages. */
const MOST_FOLLOWERS = 40

/** How many settled campaigns are remembered, as in the cloud. */
const SETTLED = 5

export function inMemoryAlertReaders(
  { readers }: Memory,
  ask: SimulatedProcess['ask'],
): AlertStore['readers'] {
  return {
    followers: (seriesId, templateId, after, limit) =>
      ask(() =>
        [...readers.values()]
          .filter(({ key, follows }) => key > after && follows.some(({ series }) => series === seriesId))
          .sort((one, other) => (one.key < other.key ? -1 : 1))
          .slice(0, Math.min(limit, MOST_FOLLOWERS))
          .map(({ key, follows, templates, erasedAt }) => ({
            key,
            follows: structuredClone(follows),
            credits: templates[templateId]?.credits ?? 0,
            isErased: erasedAt !== null,
          })),
      ),
    reserve: (keys, templateId, token) =>
      ask((part) => {
        for (const key of keys) {
          const reader = readers.get(key)
          const row = reader?.templates[templateId]
          if (!reader || !row || row.credits <= 0 || !part()) continue
          if (row.holds.includes(token) || row.settled.includes(token)) continue
          row.credits -= 1
          row.holds.push(token)
          reader.version += 1
        }
      }),
    receivers: (keys, templateId) =>
      ask(() =>
        keys.flatMap((key) => {
          const reader = readers.get(key)
          if (!reader) return []
          const { openid, language, follows, templates, erasedAt } = reader
          const holds = [...(templates[templateId]?.holds ?? [])]
          return [
            { key, openid, language, follows: structuredClone(follows), holds, isErased: erasedAt !== null },
          ]
        }),
      ),
    settle: (keys, templateId, token, how, reservedAt) =>
      ask((part) => {
        for (const key of keys) {
          const reader = readers.get(key)
          const row = reader?.templates[templateId]
          if (!reader || !row?.holds.includes(token) || !part()) continue
          settleRow(row, token)
          if (how === 'returned') row.credits += 1
          if (how === 'refused' && row.lastGrantAt < reservedAt) {
            row.credits = 0
            row.clearedAt = reservedAt
          }
          reader.version += 1
        }
      }),
  }
}

function settleRow(row: Credits, token: string): void {
  row.holds = row.holds.filter((each) => each !== token)
  row.settled = [...row.settled, token].slice(-SETTLED)
}
