import type { CampaignOverview, CampaignSummary } from '#shared/alerts/campaign-endpoints'
import { AppError } from '#shared/errors'
import type { AlertSettings } from './alert-settings'
import type { AlertStore } from './alert-store'
import { type Campaign, type Counts, type Delivery, noCounts } from './campaign'
import type { CampaignReports, PageSummary } from './campaign-reports'
import { isQuiet } from './quiet-hours'

const MOST_TROUBLES = 200
const SECOND = 1_000
const MINUTE = 60 * SECOND

export type OverviewPorts = {
  campaigns: Pick<AlertStore['campaigns'], 'find'>
  reports: CampaignReports
  settings(): Promise<AlertSettings | null>
}

export async function campaignOverview(
  { campaigns, reports, settings }: OverviewPorts,
  id: string,
  now: number,
): Promise<CampaignOverview> {
  const campaign = await findCampaign(campaigns, id)
  const [pages, troubles, saved] = await Promise.all([
    reports.pages(id),
    reports.troubles(id, MOST_TROUBLES),
    settings(),
  ])
  const counts = sumOf(pages)
  const summary = summarize(campaign, saved, now)
  const perSecond = await rateOf(reports, id, pages)
  const left = counts.pending + counts.waiting + counts.sending
  const isUnderWay = summary.state === 'sending' && left > 0 && perSecond !== null && perSecond > 0
  return {
    campaign: summary,
    counts,
    perSecond,
    estimatedEnd: isUnderWay ? isoOf(now + (left / perSecond) * 1000) : null,
    troubles: troubles.map(troubleOf),
  }
}

export async function findCampaign(
  campaigns: Pick<AlertStore['campaigns'], 'find'>,
  id: string,
): Promise<Campaign> {
  const campaign = await campaigns.find(id)
  if (!campaign) throw new AppError('NOT_FOUND', `There is no campaign ${id}.`)
  return campaign
}

/** What holds it back at this moment is told as a state, though only pauses are stored. */
export function summarize(campaign: Campaign, settings: AlertSettings | null, now: number): CampaignSummary {
  const { id, issueId, seriesId, openedAt, finishedAt, expiresAt, reason } = campaign
  return {
    id,
    issueId,
    seriesId,
    openedAt: isoOf(openedAt),
    finishedAt: finishedAt === null ? null : isoOf(finishedAt),
    expiresAt: isoOf(expiresAt),
    state: stateOf(campaign, settings, now),
    reason,
  }
}

function stateOf(
  { state, frozen, restUntil }: Campaign,
  settings: AlertSettings | null,
  now: number,
): CampaignSummary['state'] {
  if (state !== 'sending') return state
  if (!frozen) return 'freezing'
  if (isQuiet(settings?.quietHours ?? null, now)) return 'quiet'
  return now < restUntil ? 'resting' : 'sending'
}

function sumOf(pages: readonly PageSummary[]): Counts {
  const sum = noCounts()
  for (const { counts } of pages)
    for (const state of Object.keys(sum) as (keyof Counts)[]) sum[state] += counts[state]
  return sum
}

/** Over the last minute in which anything was written, or as much of it as the sending has taken yet. */
async function rateOf(
  reports: CampaignReports,
  id: string,
  pages: readonly PageSummary[],
): Promise<number | null> {
  const last = pages.reduce((latest, { writtenAt }) => Math.max(latest, writtenAt), 0)
  const sent = await reports.sentSince(id, last - MINUTE)
  const first = sent.reduce((earliest, at) => Math.min(earliest, at), last)
  return sent.length === 0 ? null : sent.length / (Math.max(last - first, SECOND) / SECOND)
}

function troubleOf({ state, reason, code, attempts, at }: Delivery): CampaignOverview['troubles'][number] {
  return {
    state: state === 'failed' ? 'failed' : 'unknown',
    // An unknown row may have that of a send before.
    reason: state === 'failed' ? (reason ?? null) : null,
    code: code ?? null,
    attempts,
    at: at === undefined ? null : isoOf(at),
  }
}

function isoOf(time: number): string {
  return new Date(time).toISOString()
}
