import type { DraftPorts } from '../drafts/draft-ports'
import type { ImportResult } from '../importer/import-document'
import type { ImportJob } from './import-job'

/** What importing needs of the cloud, and of the machine that it runs on. */
export type ImportPorts = {
  drafts: DraftPorts
  jobs: {
    find(id: string): Promise<ImportJob | null>
    add(job: ImportJob): Promise<void>
    /** Those begun before, the oldest first, at most 20. */
    begunBefore(time: number): Promise<ImportJob[]>
    remove(id: string): Promise<void>
  }
  files: {
    /** Whether this is the id, in this environment, of the file at a path. */
    isAt(fileId: string, cloudPath: string): boolean
    /** At most so many bytes; an ImportTrouble where there are more, or none. */
    download(fileId: string, bytes: number): Promise<Uint8Array>
    remove(fileId: string): Promise<void>
    /** For a file whose id nobody has told. */
    removeAt(cloudPath: string): Promise<void>
  }
  /** Reads a document within so many ms; an ImportTrouble where that cannot be done. */
  read(bytes: Uint8Array, time: number): Promise<ImportResult>
}
