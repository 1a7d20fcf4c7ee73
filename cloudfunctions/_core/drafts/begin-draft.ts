import { randomBytes } from 'node:crypto'
import type { DraftIssue } from '#shared/drafts/draft-issue'
import { BEIJING_OFFSET } from '../alerts/quiet-hours'
import { enterAudit } from '../audit/audit'
import type { Editor } from '../editors/editor'
import { newDraft } from './draft'
import { putDraft } from './draft-in'
import type { DraftPorts } from './draft-ports'
import { nextNumbers } from './next-numbers'
import { settledEdition } from './settled-edition'

const nothing: DraftIssue = {
  publication: { zh: null, en: null },
  number: null,
  series: { title: { zh: null, en: null }, number: null },
  month: null,
  date: null,
  sections: [],
  disclaimer: { zh: null, en: null },
  contact: { website: null, email: null, tel: [], fax: [], offices: { zh: [], en: [] } },
}

/** A draft that no document brought: with what its series has in common and the next numbers, or empty. */
export async function beginDraft(
  ports: DraftPorts,
  seriesId: string | undefined,
  editor: Editor,
  now: number,
): Promise<string> {
  const id = `draft-${randomBytes(6).toString('hex')}`
  const series = (await ports.series()).find((each) => each.id === seriesId)
  const next = series && (await nextNumbers(ports, series.id, id))
  const issue: DraftIssue = series
    ? {
        ...nothing,
        ...series.defaults,
        number: next?.number ?? null,
        series: { title: series.title, number: next?.seriesNumber ?? null },
        month: new Date(now + BEIJING_OFFSET).toISOString().slice(0, 7),
      }
    : nothing
  await ports.transaction(async (transaction) => {
    const { edition } = await settledEdition(ports, id, issue)
    const draft = { id, ...newDraft(issue, editor, now), edition }
    await putDraft(transaction, draft)
    await enterAudit(transaction, {
      id: `begin-draft:${id}`,
      at: now,
      byKey: draft.changedByKey,
      by: editor.name,
      act: 'begin-draft',
      subject: id,
      before: null,
      after: issue.series.title,
    })
  })
  return id
}
