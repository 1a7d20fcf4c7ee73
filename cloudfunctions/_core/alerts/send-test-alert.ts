import { randomUUID } from 'node:crypto'
import type { sendTestAlert as endpoint } from '#shared/alerts/campaign-endpoints'
import type { EndpointOutput } from '#shared/endpoint'
import { AppError } from '#shared/errors'
import type { Issue } from '#shared/newsletter/issue'
import { enterAudit } from '../audit/audit'
import { byEditor, type Editor } from '../editors/editor'
import { changeReader } from '../readers/change-reader'
import { cloudReaderPorts } from '../readers/cloud-reader-ports'
import { settleTest, type TestAlert, type TestEnd, takeForTest } from '../readers/test-credit'
import { inTransaction } from '../transaction'
import { database } from '../wx'
import { sendAlert } from './cloud-alert-ports'
import { readSettingsNow } from './cloud-alert-settings'
import { messageContent } from './message-content'
import { alertPage } from './new-campaign'
import { type Outcome, outcomeOf, type SendAnswer } from './outcome'
import { testAlertMessage } from './test-alert-message'

/**
 * Sends the caller the alert of the latest issue, as readers would get it. The credit is taken before, as WeChat takes
 * it: where we end in between, we count too few of the caller's consents and never too many.
 */
export async function sendTestAlert(
  templateId: string,
  owner: Editor,
  now: number,
): Promise<EndpointOutput<typeof endpoint>> {
  const settings = await readSettingsNow()
  const template =
    settings && Object.hasOwn(settings.templates, templateId) ? settings.templates[templateId] : null
  if (!template)
    throw new AppError(
      'CONFLICT',
      `The template ${templateId} is not in the saved alert settings: save them first.`,
    )
  const issue = await latestIssue()
  if (!issue)
    throw new AppError(
      'CONFLICT',
      'Nothing has been published yet: there is no issue that an alert could tell of.',
    )

  const test = { templateId, id: `${now}-${randomUUID()}` }
  const { openid } = owner
  await enter(test, owner, now, null)
  const reader = await changeReader(cloudReaderPorts, openid, now, (stored) => takeForTest(stored, test))
  const language = reader?.language ?? 'zh'
  const answer = await sendAlert({
    openid,
    templateId,
    page: alertPage(issue.id),
    data: messageContent(template.fields, issue, now)[language],
    language,
  })
  const end = endOf(outcomeOf(answer))
  await changeReader(cloudReaderPorts, openid, now, (stored) => settleTest(stored, test, end, answer.msgid))
  await enter(test, owner, now, answer)
  const isTaken = answer.code === 0 && answer.msgid !== null
  return { code: isTaken ? null : answer.code, message: testAlertMessage(answer) }
}

function endOf(outcome: Outcome): TestEnd {
  if (outcome === 'refused') return 'cleared'
  return outcome === 'accepted' || outcome === 'unknown' ? 'spent' : 'returned'
}

/** Entered before the message goes out, and once more with what came of it. */
function enter(
  { templateId, id }: TestAlert,
  owner: Editor,
  at: number,
  answer: SendAnswer | null,
): Promise<void> {
  return inTransaction((transaction) =>
    enterAudit(transaction, {
      id: `test-alert-${id}`,
      at,
      ...byEditor(owner),
      act: 'test-alert',
      subject: templateId,
      before: null,
      after: answer && { code: answer.code },
    }),
  )
}

async function latestIssue(): Promise<Issue | null> {
  const newest = database.collection('issues').where({ state: 'published' }).orderBy('order', 'desc').limit(1)
  const { data } = await newest.get()
  return data[0] ? (data[0].issue as Issue) : null
}
