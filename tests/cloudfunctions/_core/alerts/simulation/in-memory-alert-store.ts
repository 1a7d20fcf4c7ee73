import { isDeepStrictEqual } from 'node:util'
import type { AlertStore } from '#core/alerts/alert-store'
import type { Campaign, CampaignPage, Counts, Delivery } from '#core/alerts/campaign'
import { inMemoryAlertReaders } from './in-memory-alert-readers'
import type { Memory } from './memory'
import type { SimulatedProcess } from './simulated-process'

/** The store as one process meets it: each call is carried out in one moment, or for some of its documents only. */
export function inMemoryAlertStore(memory: Memory, process: SimulatedProcess): AlertStore {
  const ask: SimulatedProcess['ask'] = (work) => process.ask(work)
  return {
    lease: {
      take: (run, { now, until, endsAt }) =>
        ask(() => {
          const held = memory.lease
          if (!held || held.until < now) memory.lease = { run, until, endsAt }
          return memory.lease?.run === run && memory.lease.until >= now
        }),
      read: () => ask(() => memory.lease && { ...memory.lease }),
      renew: (run, until) =>
        ask(() => {
          if (memory.lease?.run !== run) return false
          memory.lease.until = until
          return true
        }),
      release: (run) =>
        ask(() => {
          if (memory.lease?.run === run) memory.lease.until = 0
        }),
    },
    campaigns: {
      add: (campaign) => ask(() => addTo(memory.campaigns, campaign.id, structuredClone(campaign))),
      find: (id) => ask(() => structuredClone(memory.campaigns.get(id)) ?? null),
      toCheck: (now) =>
        ask(() =>
          structuredClone(
            [...memory.campaigns.values()].filter(({ checkAt }) => checkAt !== null && checkAt <= now),
          ),
        ),
      lately: (ids, moment) =>
        ask(() => {
          const isLate = ({ finishedAt }: Campaign) => finishedAt === null || finishedAt > moment
          return new Set(
            ids.filter((id) => {
              const campaign = memory.campaigns.get(id)
              return campaign && isLate(campaign)
            }),
          )
        }),
      open: () =>
        ask(() =>
          [...memory.campaigns.values()]
            .filter(({ open }) => open)
            .sort((one, other) => one.openedAt - other.openedAt)
            .map((campaign) => structuredClone(campaign)),
        ),
      change: (id, from, fields) =>
        ask(() => {
          const campaign = memory.campaigns.get(id)
          if (!campaign) return false
          if (from.includes(campaign.state)) Object.assign(campaign, structuredClone(fields))
          return Object.entries(fields).every(([name, value]) =>
            isDeepStrictEqual(campaign[name as keyof typeof campaign], value),
          )
        }),
    },
    pages: inMemoryPages(memory, ask),
    readers: inMemoryAlertReaders(memory, ask),
  }
}

function inMemoryPages(memory: Memory, ask: SimulatedProcess['ask']): AlertStore['pages'] {
  const openOf = (campaignId: string) =>
    [...memory.pages.values()]
      .filter((page) => page.campaignId === campaignId && page.open)
      .sort((one, other) => one.nextAt - other.nextAt)
  return {
    add: (page) => ask(() => addTo(memory.pages, page.id, copyOf(page))),
    find: (id) => ask(() => copyIfAny(memory.pages.get(id))),
    due: (campaignId, now, except) =>
      ask(() =>
        copyIfAny(openOf(campaignId).find(({ id, nextAt }) => nextAt <= now && !except.includes(id))),
      ),
    nextDue: (campaignId) => ask(() => openOf(campaignId)[0]?.nextAt ?? null),
    write: (id, fence, next, { rows, counts, ...fields }) =>
      ask(() => {
        const page = memory.pages.get(id)
        if (page?.run !== fence.run || page.seq !== fence.seq) return false
        Object.assign(page, next, fields)
        for (const [position, row] of rows ?? []) Object.assign(page.rows[position] as Delivery, row)
        addCounts(page.counts, counts ?? {})
        return true
      }),
    replaceRow: (id, position, before, after) =>
      ask(() => {
        const page = memory.pages.get(id)
        const row = page?.rows[position]
        if (!page || !row) return false
        const isAsBefore = Object.entries(before).every(
          ([name, value]) => row[name as keyof Delivery] === value,
        )
        if (!isAsBefore) return false
        addCounts(page.counts, { [row.state]: -1 })
        Object.assign(row, structuredClone(after))
        addCounts(page.counts, { [row.state]: 1 })
        return true
      }),
    next: (campaignId, after) =>
      ask(() =>
        copyIfAny(
          [...memory.pages.values()]
            .filter((page) => page.campaignId === campaignId && page.lastKey > after)
            .sort((one, other) => (one.lastKey < other.lastKey ? -1 : 1))[0],
        ),
      ),
    ofReader: (campaignId, key) =>
      ask(() =>
        copyIfAny(
          [...memory.pages.values()].find(
            (page) => page.campaignId === campaignId && page.rows.some((row) => row.key === key),
          ),
        ),
      ),
  }
}

function addTo<T>(all: Map<string, T>, id: string, one: T): boolean {
  if (all.has(id)) return false
  all.set(id, one)
  return true
}

function addCounts(counts: Counts, more: Partial<Counts>): void {
  for (const [state, count] of Object.entries(more)) counts[state as keyof Counts] += count
}

function copyIfAny(page: CampaignPage | undefined): CampaignPage | null {
  return page ? copyOf(page) : null
}

function copyOf(page: CampaignPage): CampaignPage {
  return { ...page, counts: { ...page.counts }, rows: page.rows.map((row) => ({ ...row })) }
}
