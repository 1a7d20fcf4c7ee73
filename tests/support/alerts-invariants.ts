import { campaignOfHold, countRows, DELIVERY_STATES, type Delivery } from '#core/alerts/campaign'
import type { AlertsEvidence } from './alerts-evidence'

/** What must hold when campaigns have ended (docs/decisions/0012): a sentence for each violation. */
export function violationsOf(evidence: AlertsEvidence): string[] {
  return [
    ...messagesTwice(evidence),
    ...evidence.campaigns.flatMap((each) => [
      ...wrongRows(each),
      ...wrongCounts(each),
      ...rowsThatDisagree(evidence, each),
    ]),
    ...unknownsWithoutReason(evidence),
    ...wrongCredits(evidence),
    ...openidsInSight(evidence),
  ]
}

type EvidenceOfCampaign = AlertsEvidence['campaigns'][number]

function messagesTwice({ messages }: AlertsEvidence): string[] {
  const seen = new Set<string>()
  return messages.flatMap(({ openid, page }) => {
    const message = `${openid} ${page}`
    if (seen.has(message)) return [`${openid} has two messages of ${page}.`]
    seen.add(message)
    return []
  })
}

function rowsOf({ pages }: EvidenceOfCampaign): Delivery[] {
  return pages.flatMap(({ rows }) => rows)
}

function wrongRows(each: EvidenceOfCampaign): string[] {
  const { campaign, followers } = each
  const keys = rowsOf(each).map(({ key }) => key)
  const unique = new Set(keys)
  return [
    ...(keys.length === unique.size ? [] : [`${campaign.id}: a reader has two rows.`]),
    ...[...followers.keys()]
      .filter((key) => !unique.has(key))
      .map((key) => `${campaign.id}: ${key} followed and has no row.`),
    ...[...unique]
      .filter((key) => !followers.has(key))
      .map((key) => `${campaign.id}: ${key} did not follow and has a row.`),
    ...(campaign.open || !['done', 'cancelled'].includes(campaign.state)
      ? [`${campaign.id} has not come to its end: ${campaign.state} ${campaign.reason}`]
      : rowsOf(each)
          .filter(({ state }) => ['pending', 'waiting', 'sending'].includes(state))
          .map(({ key, state }) => `${campaign.id} has ended and ${key} is ${state}.`)),
    ...each.pages.filter(({ open }) => open && !campaign.open).map(({ id }) => `${id} is open.`),
  ]
}

function wrongCounts({ pages }: EvidenceOfCampaign): string[] {
  return pages.flatMap(({ id, rows, counts }) => {
    const counted = countRows(rows)
    return DELIVERY_STATES.filter((state) => counted[state] !== counts[state]).map(
      (state) => `${id} counts ${counts[state]} rows as ${state} and has ${counted[state]}.`,
    )
  })
}

/** What a row says against what is in the reader's inbox. */
function rowsThatDisagree(
  { messages, hasAllEvents, readers }: AlertsEvidence,
  each: EvidenceOfCampaign,
): string[] {
  const { campaign, followers } = each
  const taken = new Map(
    messages.filter(({ page }) => page === campaign.page).map((message) => [message.openid, message]),
  )
  const isThere = new Set(readers.map(({ reader }) => reader.key))
  return rowsOf(each).flatMap(({ key, state, reason, msgid }) => {
    const message = taken.get(followers.get(key) ?? '')
    const arrived = message !== undefined && !message.isWithheld
    const row = `${campaign.id}: ${key} is ${state}${reason === undefined ? '' : ` (${reason})`}`
    switch (state) {
      case 'accepted':
        if (msgid === undefined) return [`${row} without WeChat's id.`]
        // Of a message that never arrived only its event tells.
        return message ? [] : [`${row} and has no message.`]
      case 'delivered':
        return arrived ? [] : [`${row} and has no message.`]
      case 'failed':
        return (reason === 'not-delivered' ? arrived || !message : message)
          ? [`${row} and is told otherwise by WeChat.`]
          : []
      case 'skipped':
        return message ? [`${row} and has a message.`] : []
      case 'unknown':
        return hasAllEvents && message && isThere.has(key)
          ? [`${row}, has a message, and all events have come.`]
          : []
      default:
        return []
    }
  })
}

function unknownsWithoutReason({ campaigns, lostAnswers, forcedRuns, window }: AlertsEvidence): string[] {
  const byRun = new Map<string, number>()
  const violations: string[] = []
  for (const each of campaigns) {
    for (const { key, state, run = '' } of rowsOf(each)) {
      if (state !== 'unknown') continue
      if (lostAnswers.has(`${each.followers.get(key)} ${each.campaign.page}`)) continue
      if (forcedRuns.has(run)) byRun.set(run, (byRun.get(run) ?? 0) + 1)
      else violations.push(`${each.campaign.id}: ${key} is unknown, and nothing was lost.`)
    }
  }
  for (const [run, count] of byRun)
    if (count > window) violations.push(`The run ${run} left ${count} rows unknown; the window is ${window}.`)
  return violations
}

/** credits = granted - spent - reserved, for everyone whose count nobody has set to nothing. */
function wrongCredits({ readers, campaigns }: AlertsEvidence): string[] {
  return readers.flatMap(({ reader, granted, cleared }) =>
    Object.entries(reader.templates).flatMap(([templateId, { credits, holds }]) => {
      if (new Set(holds.map(campaignOfHold)).size < holds.length)
        return [`${reader.key} holds twice for one campaign.`]
      const open = new Set(
        campaigns.flatMap((each) =>
          rowsOf(each)
            .filter(({ key, state }) => key === reader.key && state === 'unknown')
            .map(() => each.campaign.id),
        ),
      )
      const stray = holds.find((token) => !open.has(campaignOfHold(token)))
      if (stray !== undefined)
        return [`${reader.key} still holds a credit for ${stray}, of which nothing is open.`]
      if (cleared.has(templateId)) return []
      const spent = campaigns
        .filter(({ campaign }) => campaign.templateId === templateId)
        .flatMap((each) => rowsOf(each))
        .filter(
          ({ key, state, reason }) => key === reader.key && (isSpent(state) || reason === 'not-delivered'),
        )
      const rest = (granted[templateId] ?? 0) - spent.length - holds.length
      return credits === rest
        ? []
        : [
            `${reader.key} has ${credits} credits: ${granted[templateId]} granted, ${spent.length} spent, ${holds.length} held.`,
          ]
    }),
  )
}

function isSpent(state: Delivery['state']): boolean {
  return state === 'accepted' || state === 'delivered'
}

function openidsInSight({ campaigns, log }: AlertsEvidence): string[] {
  const openids = new Set(campaigns.flatMap(({ followers }) => [...followers.values()]))
  const stored = JSON.stringify([campaigns.map(({ campaign, pages }) => ({ campaign, pages })), log])
  return [...openids]
    .filter((openid) => stored.includes(openid))
    .map((openid) => `${openid} stands in full where it should not.`)
}
