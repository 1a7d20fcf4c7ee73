import type { CampaignOverview, CampaignSummary } from '#shared/alerts/campaign-endpoints'
import type { Command } from './command'
import type { Desk } from './desk'
import { withDesk } from './with-desk'

const MOST_TROUBLES = 20

const WAITING: Partial<Record<CampaignSummary['state'], string>> = {
  freezing: 'The next run of the function alerts begins with it.',
  quiet: 'It waits for the end of the quiet hours.',
  resting: 'WeChat has asked for a rest.',
}

/** Shows the campaigns, or how one of them goes. */
export const alerts: Command = {
  usage: 'alerts [ID]',
  isSubjectOptional: true,
  run: (id) =>
    withDesk(async (desk) => {
      const text = id === '' ? await listOf(desk) : outlineOf(await desk.campaign(id))
      process.stdout.write(`${text}\n`)
    }),
}

async function listOf(desk: Desk): Promise<string> {
  const trouble = await desk.alertTrouble()
  const lines = (await desk.campaigns()).map(lineOf)
  return [
    ...(trouble === null ? [] : [`Alerts are not offered. ${trouble}`]),
    ...(lines.length === 0 ? ['No campaign has been opened yet.'] : lines),
  ].join('\n')
}

function lineOf({ id, state, openedAt, reason }: CampaignSummary): string {
  const why = reason === '' ? (WAITING[state] ?? '') : reason
  return `${openedAt}  ${state.padEnd(9)}  ${id}${why === '' ? '' : `  ${why}`}`
}

function outlineOf({ campaign, counts, perSecond, estimatedEnd, troubles }: CampaignOverview): string {
  const states = Object.entries(counts).filter(([, count]) => count > 0)
  return [
    lineOf(campaign),
    ...states.map(([state, count]) => `${String(count).padStart(9)}  ${state}`),
    ...(perSecond === null ? [] : [`${perSecond.toFixed(1).padStart(9)}  a second`]),
    ...(estimatedEnd === null ? [] : [`done at about ${estimatedEnd}`]),
    ...troubles.slice(0, MOST_TROUBLES).map(troubleLine),
    ...(troubles.length > MOST_TROUBLES ? [`and ${troubles.length - MOST_TROUBLES} more`] : []),
  ].join('\n')
}

function troubleLine({ state, reason, code, attempts, at }: CampaignOverview['troubles'][number]): string {
  const details = [
    reason,
    code === null ? null : `code ${code}`,
    attempts > 0 ? `${attempts} tries` : null,
    at,
  ]
  return `${state}: ${details.filter((each) => each !== null).join(', ')}`
}
