import { type ImportJob, JOB_LIFE } from './import-job'
import type { ImportPorts } from './import-ports'

type Store = Pick<ImportPorts, 'jobs' | 'files'>

/** Removes jobs that began more than a day ago, and the files of those that were never finished. What fails is done by a later call. */
export async function removeOldImports(store: Store, now: number): Promise<void> {
  try {
    for (const job of await store.jobs.begunBefore(now - JOB_LIFE)) {
      await removeFile(store, job)
      await store.jobs.remove(job.id)
    }
  } catch (thrown) {
    console.warn(thrown)
  }
}

async function removeFile({ files }: Store, { run, cloudPath }: ImportJob): Promise<void> {
  // A run removes its file itself, but may have been ended before.
  if (run) await files.remove(run.fileId)
  else await files.removeAt(cloudPath)
}
