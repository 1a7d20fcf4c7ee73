import { AppError } from '#shared/errors'
import { type Editor, editorKey } from '../editors/editor'
import type { ImportJob } from './import-job'
import type { ImportPorts } from './import-ports'

/** The job as it is now, for the editor to whom it was given. */
export async function jobOf(
  { jobs }: Pick<ImportPorts, 'jobs'>,
  id: string,
  editor: Editor,
): Promise<ImportJob> {
  const job = await jobs.find(id)
  if (!job) throw new AppError('NOT_FOUND', 'There is no such import, or it is over for more than a day.')
  if (job.byKey !== editorKey(editor.openid))
    throw new AppError('FORBIDDEN', 'This import is another editor’s.')
  return job
}
