import { AppError } from '#shared/errors'
import type { AlertStore } from './alert-store'
import type { Campaign, CampaignPage, Delivery } from './campaign'
import { findCampaign } from './campaign-overview'
import type { CampaignReports } from './campaign-reports'

export type SendAgainPorts = { store: AlertStore; reports: CampaignReports }

/**
 * Sends the failed rows of a campaign that is done once more, where surely nothing arrived and the reader has a credit.
 * Unknown and skipped rows stay as they are. May be repeated; answers how many rows it has found.
 */
export async function sendFailedAgain(
  { store, reports }: SendAgainPorts,
  id: string,
  now: number,
): Promise<{ campaign: Campaign; rows: number }> {
  const campaign = await findCampaign(store.campaigns, id)
  if (campaign.state !== 'done')
    throw new AppError(
      'CONFLICT',
      `The campaign ${id} is ${campaign.state}: only what failed in one that is done is sent again.`,
    )
  if (now >= campaign.expiresAt)
    throw new AppError(
      'CONFLICT',
      `The campaign ${id} is too old, or its issue was withdrawn: nothing of it is sent any more.`,
    )

  let rows = 0
  for (const page of await reports.failedPages(id))
    rows += await reopen({ store, reports }, campaign, page, now)
  // Rows that an interrupted call has opened wait too.
  if (rows === 0 && (await store.pages.nextDue(id)) === null) return { campaign, rows }
  const fields = {
    state: 'sending',
    open: true,
    finishedAt: null,
    checkAt: null,
    reason: '',
    round: campaign.round + 1,
  } as const
  if (!(await store.campaigns.change(id, ['done'], fields)))
    throw new AppError('CONFLICT', `The campaign ${id} is being changed by others at this moment. Try again.`)
  return { campaign: { ...campaign, ...fields }, rows }
}

async function reopen(
  { store, reports }: SendAgainPorts,
  { templateId }: Campaign,
  page: CampaignPage,
  now: number,
): Promise<number> {
  const failed = page.rows.flatMap((row, position) => (mayBeSentAgain(row) ? [{ row, position }] : []))
  const keys = failed.map(({ row }) => row.key)
  const withCredit = await reports.withCredit(keys, templateId)
  const again = failed.filter(({ row }) => withCredit.has(row.key))
  if (again.length === 0) return 0
  const { run, seq } = page
  const change = {
    rows: new Map(again.map(({ position }) => [position, { state: 'pending', attempts: 0 } as const])),
    counts: { failed: -again.length, pending: again.length },
    open: true,
    nextAt: now,
  }
  const isWritten = await store.pages.write(page.id, { run, seq }, { run, seq: seq + 1 }, change)
  return isWritten ? again.length : 0
}

function mayBeSentAgain({ state, reason }: Delivery): boolean {
  return state === 'failed' && reason !== 'not-delivered'
}
