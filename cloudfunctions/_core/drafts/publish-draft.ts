import { isDeepStrictEqual } from 'node:util'
import type { publishDraft as endpoint } from '#shared/drafts/endpoints'
import { readyToPublish } from '#shared/drafts/ready-to-publish'
import type { EndpointInput } from '#shared/endpoint'
import { AppError } from '#shared/errors'
import type { Issue } from '#shared/newsletter/issue'
import { openCampaign } from '../alerts/open-campaign'
import { enterAudit } from '../audit/audit'
import { type Editor, editorKey } from '../editors/editor'
import { claimNumbers } from '../issues/claim-numbers'
import { issuesIn } from '../issues/cloud-published-issues'
import { newAddress } from '../issues/new-address'
import { publishIssue } from '../issues/publish-issue'
import { keepSeries } from '../series/keep-series'
import { seriesIdOf } from '../series/resolve-series'
import type { Transaction } from '../transaction'
import type { Draft, Plan } from './draft'
import { draftIn, putDraft } from './draft-in'
import type { DraftPorts } from './draft-ports'

type Input = EndpointInput<typeof endpoint>

export type Publication = {
  draft: Draft
  campaign: { id: string; isNew: boolean } | null
  /** Why nobody is told though it was wished. */
  alertTrouble: string | null
}

/** Publishes a draft, or plans it. The issue, its campaign and the entry in the audit trail are stored together. */
export function publishDraft(
  ports: DraftPorts,
  input: Input,
  editor: Editor,
  now: number,
): Promise<Publication> {
  return ports.transaction(async (transaction) => {
    const draft = await draftIn(transaction, input.id)
    if (draft.revision !== input.revision)
      throw new AppError(
        'CONFLICT',
        `${draft.changedBy} has changed the draft ${draft.id} since: look at it again before it is published.`,
      )
    const plan: Plan = {
      revision: draft.revision,
      issue: readyIssue(draft),
      withAlerts: input.withAlerts,
      note: input.note,
      byKey: editorKey(editor.openid),
      by: editor.name,
    }
    return input.at === null
      ? carryOut(ports, transaction, draft, plan, now)
      : await planFor(transaction, draft, plan, Date.parse(input.at), now)
  })
}

/** Carries out a plan whose time has come; null where it was taken back, or carried out by another run. */
export function publishPlanned(ports: DraftPorts, id: string, now: number): Promise<Publication | null> {
  return ports.transaction(async (transaction) => {
    const draft = await draftIn(transaction, id)
    const { plan, publishAt } = draft
    if (!plan || publishAt === null || publishAt > now) return null
    return carryOut(ports, transaction, draft, plan, now)
  })
}

function readyIssue({ id, issue }: Draft): Issue {
  const ready = readyToPublish(issue)
  if ('problems' in ready)
    throw new AppError(
      'INVALID_INPUT',
      `The draft ${id} cannot be published yet: ${ready.problems[0]?.code}.`,
    )
  return ready.issue
}

async function planFor(
  transaction: Transaction,
  draft: Draft,
  plan: Plan,
  at: number,
  now: number,
): Promise<Publication> {
  // The same call again, after an answer that was lost.
  if (draft.publishAt === at && isDeepStrictEqual(draft.plan, plan))
    return { draft, campaign: null, alertTrouble: null }
  if (at <= now) throw new AppError('INVALID_INPUT', 'The time of the publication has passed already.')
  const planned = { ...draft, publishAt: at, plan, trouble: null }
  await putDraft(transaction, planned)
  await enterAudit(transaction, {
    id: `plan:${draft.id}:${now}`,
    at: now,
    byKey: plan.byKey,
    by: plan.by,
    act: 'plan',
    subject: draft.id,
    before: draft.publishAt === null ? null : { at: draft.publishAt },
    after: { at, revision: plan.revision, withAlerts: plan.withAlerts },
  })
  return { draft: planned, campaign: null, alertTrouble: null }
}

async function carryOut(
  ports: DraftPorts,
  transaction: Transaction,
  draft: Draft,
  plan: Plan,
  now: number,
): Promise<Publication> {
  const issues = issuesIn(transaction)
  const issue = { ...plan.issue, id: draft.published.issueId ?? (await newAddress(issues, plan.issue)) }
  const before = await issues.find(issue.id)
  // An issue stays in the series in which readers were told of it.
  const seriesId = before?.seriesId ?? seriesIdOf(issue.series.title, await ports.series())
  await claimNumbers(transaction, seriesId, issue, before)
  const correction = before && plan.note ? { at: now, note: plan.note } : null
  const published = await publishIssue(issues, { issue, seriesId, correction })
  await keepSeries(transaction, seriesId, issue)
  const opened = plan.withAlerts
    ? await openCampaign(transaction, await ports.alertSettings(), published, now)
    : null
  const done = afterPublication(draft, issue.id, plan.revision, now)
  const campaign = opened && { id: opened.campaign.id, isNew: opened.isNew }
  await putDraft(transaction, done)
  // The same call again, after an answer that was lost, is the same act.
  if (published.revision !== before?.revision || opened?.isNew)
    await enterAudit(transaction, {
      id: `publish:${issue.id}:${published.revision}:${opened?.isNew ? 'alerts' : ''}`,
      at: now,
      byKey: plan.byKey,
      by: plan.by,
      act: before ? 'correct' : 'publish',
      subject: issue.id,
      before: before && { revision: before.revision, state: before.state },
      after: { revision: published.revision, draftRevision: plan.revision, campaign: opened?.isNew ?? false },
    })
  return {
    draft: done,
    campaign,
    alertTrouble: plan.withAlerts && !opened ? await troubleOf(ports) : null,
  }
}

function afterPublication(draft: Draft, issueId: string, revision: number, now: number): Draft {
  const at = draft.published.at ?? now
  return {
    ...draft,
    published: { issueId, revision, at, isWithdrawn: false },
    publishAt: null,
    plan: null,
    trouble: null,
  }
}

async function troubleOf({ alertTrouble }: DraftPorts): Promise<string> {
  return (await alertTrouble()) ?? 'The alert settings name no template for this series.'
}
