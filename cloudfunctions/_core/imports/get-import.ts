import type { EndpointInput, EndpointOutput } from '#shared/endpoint'
import type { getImport as endpoint } from '#shared/imports/endpoints'
import type { DeskContext } from '../editors/serve-desk'
import { type ImportJob, RUN_OVER } from './import-job'
import type { ImportPorts } from './import-ports'
import { ImportTrouble } from './import-trouble'
import { jobOf } from './job-of'

/** Where a job stands. One whose run was ended in the middle says so after its time. */
export async function getImport(
  ports: Pick<ImportPorts, 'jobs'>,
  { job: id }: EndpointInput<typeof endpoint>,
  { editor, now }: DeskContext,
): Promise<EndpointOutput<typeof endpoint>> {
  const job = await jobOf(ports, id, editor)
  const { fileName, draftId, differences } = job
  if (isAbandoned(job, now.getTime()))
    return { state: 'failed', fileName, draftId, problems: [ABANDONED], differences }
  return { state: job.state, fileName, draftId, problems: job.problems, differences }
}

const ABANDONED = {
  ...new ImportTrouble(
    'broke-off',
    'The import broke off and left nothing behind. Choose the document again.',
  ).problem,
  item: null,
}

function isAbandoned({ state, run }: ImportJob, now: number): boolean {
  return state === 'working' && run !== null && now >= run.startedAt + RUN_OVER
}
