import { randomBytes } from 'node:crypto'
import type { EndpointInput } from '#shared/endpoint'
import { AppError } from '#shared/errors'
import type { runImport as endpoint } from '#shared/imports/endpoints'
import type { Problem } from '#shared/newsletter/problem'
import type { Draft } from '../drafts/draft'
import { draftIn } from '../drafts/draft-in'
import type { DraftPorts } from '../drafts/draft-ports'
import { type Import, importDraft } from '../drafts/import-draft'
import type { Editor } from '../editors/editor'
import type { DeskContext } from '../editors/serve-desk'
import { firstProblems } from './first-problems'
import { type ImportJob, READING_TIME, RUN_TIME } from './import-job'
import type { ImportPorts } from './import-ports'
import { ImportTrouble } from './import-trouble'
import { jobIn, putJob } from './job-in'
import { jobOf } from './job-of'

/** A job with the run that works at it. */
type Working = ImportJob & { run: NonNullable<ImportJob['run']> }

/**
 * Makes a draft of the file that was uploaded to a job's path, or says at the job why not; the file is gone then. Of
 * several calls for one job the first does it.
 */
export async function runImport(
  ports: ImportPorts,
  { job: id, fileId }: EndpointInput<typeof endpoint>,
  { editor, now }: DeskContext,
): Promise<Record<string, never>> {
  const job = await jobOf(ports, id, editor)
  if (!ports.files.isAt(fileId, job.cloudPath))
    throw new AppError('INVALID_INPUT', 'This is not the file that the import waits for.')
  const run = { id: randomBytes(8).toString('hex'), startedAt: now.getTime(), fileId }
  if (!(await takeJob(ports.drafts, id, run))) return {}
  const working = { ...job, run }
  try {
    await work(ports, working, editor)
  } catch (thrown) {
    await fail(ports.drafts, working, [problemOf(thrown)])
  } finally {
    await removeFile(ports, run)
  }
  return {}
}

/** Whether this run is the one that works at it; also where the answer to having taken it was lost. */
function takeJob(drafts: DraftPorts, id: string, run: Working['run']): Promise<boolean> {
  return drafts.transaction(async (transaction) => {
    const job = await jobIn(transaction, id)
    if (job.state !== 'waiting') return job.run?.id === run.id
    await putJob(transaction, { ...job, state: 'working', run })
    return true
  })
}

async function work(ports: ImportPorts, job: Working, editor: Editor): Promise<void> {
  const begun = performance.now()
  const bytes = await ports.files.download(job.run.fileId, job.bytes)
  const { issue, problems, places } = await ports.read(bytes, READING_TIME - (performance.now() - begun))
  if (issue) await storeDraft(ports.drafts, job, editor, { issue, problems: firstProblems(problems), places })
  else await fail(ports.drafts, job, problems)
}

type Read = Pick<Import, 'issue' | 'problems' | 'places'>

async function storeDraft(drafts: DraftPorts, job: Working, editor: Editor, read: Read): Promise<void> {
  const { fileName, goesOn } = job
  const document = { ...read, fileName, editor, now: Date.now(), draftId: goesOn ?? undefined }
  await importDraft({ ...drafts, transaction: endingJob(drafts, job) }, document)
}

/**
 * The draft, its entry in the audit trail and the end of the job are one step: all of it is there, or nothing. A run that
 * was held up beyond its time stores nothing: its job counts as failed.
 */
function endingJob(drafts: DraftPorts, { id, run }: Working): DraftPorts['transaction'] {
  return (importing) =>
    drafts.transaction(async (transaction) => {
      const job = await jobIn(transaction, id)
      if (job.run?.id !== run.id || job.state === 'failed') throw late()
      // What was done before its answer was lost is not done again.
      if (job.state === 'done') return (await draftIn(transaction, job.draftId ?? '')) as never
      const draft = await importing(transaction)
      if (Date.now() >= run.startedAt + RUN_TIME) throw late()
      await putJob(transaction, { ...job, state: 'done', ...outcomeOf(draft as Draft) })
      return draft
    })
}

function outcomeOf({ id, problems, differences }: Draft) {
  return { draftId: id, problems, differences: differences.length }
}

function late(): ImportTrouble {
  return new ImportTrouble('too-late', 'The import was held up for too long. Choose the document again.')
}

async function fail(drafts: DraftPorts, { id, run }: Working, problems: readonly Problem[]): Promise<void> {
  await drafts.transaction(async (transaction) => {
    const job = await jobIn(transaction, id)
    if (job.run?.id !== run.id || job.state !== 'working') return
    const failed = problems.map((problem) => ({ ...problem, item: null }))
    await putJob(transaction, { ...job, state: 'failed', problems: failed })
  })
}

/** What the editor is told; what was not foreseen stays in the server's log. */
function problemOf(thrown: unknown): Problem {
  if (thrown instanceof ImportTrouble) return thrown.problem
  const { code, message, cause } = AppError.from(thrown)
  if (code === 'INTERNAL') console.error(cause)
  const sentence = code === 'INTERNAL' ? 'The draft could not be stored. Choose the document again.' : message
  return new ImportTrouble('not-stored', sentence).problem
}

/** A file that stays is removed with its job, a day later. */
async function removeFile({ files }: ImportPorts, { fileId }: Working['run']): Promise<void> {
  try {
    await files.remove(fileId)
  } catch (thrown) {
    console.warn(thrown)
  }
}
