import { cloudDraftPorts } from '../drafts/cloud-draft-ports'
import { fromStored } from '../from-stored'
import { database, deleteFile, deleteFileAt, environmentName } from '../wx'
import { downloadDocument } from './download-document'
import type { ImportJob } from './import-job'
import type { ImportPorts } from './import-ports'

const jobs = () => database.collection('importJobs')

/** Where nothing is read: for whoever only removes what is old. */
export const cloudImportStore: Pick<ImportPorts, 'jobs' | 'files'> = {
  jobs: {
    async find(id) {
      const { data } = await jobs().doc(id).get()
      return data ? fromStored<ImportJob>(data) : null
    },

    async add({ id, ...fields }) {
      await jobs().add({ data: { _id: id, ...fields } })
    },

    async begunBefore(time) {
      const before = { begunAt: database.command.lt(time) }
      const { data } = await jobs().where(before).orderBy('begunAt', 'asc').limit(20).get()
      return data.map(fromStored<ImportJob>)
    },

    async remove(id) {
      await jobs().doc(id).remove()
    },
  },

  files: {
    isAt(fileId, cloudPath) {
      const [, environment, path] = /^cloud:\/\/([\w-]+)\.[\w-]+\/(.*)$/su.exec(fileId) ?? []
      return environment === environmentName() && path === cloudPath
    },
    download: downloadDocument,
    remove: deleteFile,
    removeAt: deleteFileAt,
  },
}

/** `read`: how a document is read, which the function itself knows. */
export function cloudImportPorts(read: ImportPorts['read']): ImportPorts {
  return { ...cloudImportStore, drafts: cloudDraftPorts, read }
}
