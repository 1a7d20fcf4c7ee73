import type { PageChange } from '#core/alerts/alert-store'
import type { Breaking } from './simulation'

/** Rows are not written before their sends start. */
export const withoutWriteAhead: Breaking = (store) => ({
  ...store,
  pages: {
    ...store.pages,
    write: (id, fence, next, { rows, counts, ...fields }) => {
      const told = [...(rows ?? [])].filter(([, { state }]) => state !== 'sending')
      const change: PageChange = { ...fields, rows: new Map(told), ...(counts && { counts }) }
      return store.pages.write(id, fence, next, change)
    },
  },
})

/** Whoever writes a page writes it, whatever others have made of it. */
export const withoutFence: Breaking = (store) => ({
  ...store,
  pages: {
    ...store.pages,
    write: async (id, fence, next, change) => {
      const { run, seq } = (await store.pages.find(id)) ?? fence
      return store.pages.write(id, { run, seq }, { ...next, seq: seq + 1 }, change)
    },
  },
})

/** A reservation that is repeated takes another credit. */
export const withoutHolds: Breaking = (store) => {
  let reservations = 0
  return {
    ...store,
    readers: {
      ...store.readers,
      reserve: async (keys, templateId, token) => {
        reservations += 1
        await store.readers.reserve(keys, templateId, `again-${reservations}#1`)
        return store.readers.reserve(keys, templateId, token)
      },
    },
  }
}
