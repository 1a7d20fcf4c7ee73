import { AppError } from '#shared/errors'
import type { Issue } from '#shared/newsletter/issue'
import { seriesId } from '#shared/newsletter/issue-id'
import type { Draft, Drafts } from './draft'
import { untilWritten } from './until-written'

/** The same series and number again is the same issue; without a number the date, or the month, tells. */
export function editionOf(issue: Issue): string {
  return `${seriesId(issue.series)}:${issue.series.number ?? issue.date ?? issue.month}`
}

/** Stores an imported issue as a draft: a new one, or the next revision of the one that it is an edition of. */
export function importDraft(drafts: Drafts, issue: Issue): Promise<Draft> {
  const edition = editionOf(issue)
  return untilWritten(issue.id, async () => {
    const stored = await drafts.findEdition(edition)
    if (!stored) await refuseTakenId(drafts, issue)
    // An issue keeps its address, also where a later document corrects its running number.
    const id = stored?.id ?? issue.id
    const draft = { id, edition, revision: (stored?.revision ?? 0) + 1, issue: { ...issue, id } }
    return (await drafts.put(draft)) ? draft : null
  })
}

async function refuseTakenId(drafts: Drafts, issue: Issue): Promise<void> {
  const holder = await drafts.find(issue.id)
  if (!holder || holder.edition === editionOf(issue)) return
  const { title, number } = holder.issue.series
  throw new AppError(
    'CONFLICT',
    `Number ${issue.id} already belongs to ${title.en ?? title.zh} No.${number ?? holder.issue.month}. Correct the number in the masthead.`,
  )
}
