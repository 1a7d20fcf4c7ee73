import { alignItems } from '#shared/drafts/align-items'
import type { DraftProblem } from '#shared/drafts/draft'
import type { DraftIssue } from '#shared/drafts/draft-issue'
import { mergeIssues } from '#shared/drafts/merge-issues'
import type { Issue } from '#shared/newsletter/issue'
import type { Problem } from '#shared/newsletter/problem'
import type { SeriesRecord } from '#shared/series/endpoints'
import { enterAudit } from '../audit/audit'
import { type Editor, editorKey } from '../editors/editor'
import type { HalfPlaces } from '../importer/draft/draft-issue'
import type { Transaction } from '../transaction'
import { deletionOf } from './delete-draft'
import { type Draft, newDraft, summarizeDraft } from './draft'
import { draftIn, putDraft } from './draft-in'
import type { DraftPorts } from './draft-ports'
import { editionOf, unsettledEdition } from './edition'
import { problemsWithItems, startOf } from './problems-with-items'
import { requireFit } from './require-fit'
import { withKeys } from './with-keys'

export type Import = {
  issue: Issue
  problems: readonly Problem[]
  places: HalfPlaces[][]
  fileName: string
  editor: Editor
  now: number
  /** The draft that the document goes on; absent: the one of the same series and number, or a new one. */
  draftId?: string | undefined
}

/**
 * Stores an imported issue as a draft. Where there is one of the same series and number already, the document goes on
 * with it: what was mended by hand since the last import stays, and what differs is listed. A document that has nothing
 * in common with what readers have under its number is another issue, whose number is to be mended.
 */
export function importDraft(ports: DraftPorts, document: Import): Promise<Draft> {
  const { issue, editor, now, draftId } = document
  const fresh = withKeys(issue)
  return ports.transaction(async (transaction) => {
    const records = await ports.series()
    const known = draftId ?? (await ports.drafts.findEdition(editionOf(issue, records)))?.id
    const stored = known === undefined ? null : await draftIn(transaction, known)
    const goesOn = stored !== null && (draftId !== undefined || isSameIssue(stored, fresh))
    const [draft, problems] = goesOn
      ? await goOn(ports, stored, fresh, document, records)
      : await begin(transaction, stored, fresh, document, records)
    const next: Draft = {
      ...draft,
      fileName: document.fileName,
      problems: [...problems, ...problemsWithItems(document.problems, document.places, fresh)],
      changedAt: now,
      changedByKey: editorKey(editor.openid),
      changedBy: editor.name,
      summary: summarizeDraft(draft.issue),
    }
    requireFit(next)
    await putDraft(transaction, next)
    await enterAudit(transaction, {
      id: `import:${next.id}:${next.revision}`,
      at: now,
      byKey: next.changedByKey,
      by: editor.name,
      act: 'import',
      subject: next.id,
      before: stored && goesOn ? { revision: stored.revision } : null,
      after: { revision: next.revision, fileName: next.fileName, problems: next.problems.length },
    })
    return next
  })
}

/** A number that was forgotten to be changed must not put another issue in the place of one that readers have. */
function isSameIssue(stored: Draft, fresh: DraftIssue): boolean {
  if (stored.published.issueId === null) return true
  const keys = keysOf(stored.issue)
  return [...keysOf(alignItems(stored.issue, fresh))].some((key) => keys.has(key))
}

function keysOf({ sections }: DraftIssue): Set<string> {
  return new Set(sections.flatMap(({ items }) => items.map(({ key }) => key)))
}

type Outcome = [Draft, DraftProblem[]]

async function goOn(
  { drafts }: DraftPorts,
  stored: Draft,
  fresh: DraftIssue,
  { places }: Import,
  records: readonly SeriesRecord[],
): Promise<Outcome> {
  const base = stored.imported ?? stored.issue
  const imported = alignItems(base, fresh)
  const { issue, differences } = mergeIssues(base, stored.issue, imported)
  const ownEdition = editionOf(issue, records)
  const holder = await drafts.findEdition(ownEdition)
  const isFree = !holder || holder.id === stored.id
  const edition = isFree ? ownEdition : unsettledEdition(stored.id)
  return [
    { ...stored, edition, revision: stored.revision + 1, issue, imported, differences },
    isFree ? [] : [numberTaken(holder, places)],
  ]
}

async function begin(
  transaction: Transaction,
  holder: Draft | null,
  fresh: DraftIssue,
  { issue, places, editor, now }: Import,
  records: readonly SeriesRecord[],
): Promise<Outcome> {
  const taken = await transaction.get('drafts', issue.id)
  const inTheWay = holder ?? (taken && (await draftIn(transaction, issue.id)))
  const id = await freeId(transaction, issue.id)
  const edition = holder ? unsettledEdition(id) : editionOf(fresh, records)
  const draft = { id, edition, ...newDraft(fresh, editor, now), imported: fresh }
  return [draft, inTheWay ? [numberTaken(inTheWay, places)] : []]
}

/** One that no draft has or had: phones may still hold changes to a deleted one, and its revisions stand in the audit trail. */
async function freeId(transaction: Transaction, id: string): Promise<string> {
  for (let count = 1; ; count += 1) {
    const next = count === 1 ? id : `${id}-${count}`
    if (await transaction.get('drafts', next)) continue
    if (!(await transaction.get('audit', deletionOf(next)))) return next
  }
}

function numberTaken({ issue: { series, number, month } }: Draft, places: HalfPlaces[][]): DraftProblem {
  const name = `${series.title.en ?? series.title.zh ?? ''} No.${series.number ?? number ?? month ?? ''}`
  return {
    severity: 'warning',
    code: 'number-taken',
    message: `The number of this issue already belongs to ${name}: correct it before publishing.`,
    place: startOf(places),
    item: null,
  }
}
