import * as v from 'valibot'
import type { Actions } from '../admin/action'
import { CloudError } from '../cloud-error'
import { fileIdOf } from './file-id'
import type { Storage } from './storage'

const UploadSchema = v.object({ path: v.string() })
const DownloadSchema = v.object({
  file_list: v.array(v.object({ fileid: v.string(), max_age: v.optional(v.unknown()) })),
})
const DeleteSchema = v.object({ fileid_list: v.array(v.string()) })

/** `uploadFile()`, `getTempFileURL()`, `downloadFile()` and `deleteFile()` of the SDK, which all begin here. */
export function storageActions(storage: Storage): Actions {
  return {
    'storage.getUploadMetadata': (request) => {
      const { path } = parse(UploadSchema, request)
      const { url, authorization } = storage.grantUpload(path)
      const fileId = fileIdOf(path)
      // The SDK sends it back in a header, where no Chinese can be.
      const cosFileId = encodeURI(fileId)
      return { data: JSON.stringify({ url, token: authorization, authorization, fileId, cosFileId }) }
    },
    'storage.batchGetDownloadUrl': async (request) => {
      const { file_list: asked } = parse(DownloadSchema, request)
      const files = asked.map(({ fileid: fileID, max_age: maxAge }) => ({ fileID, maxAge }))
      return { data: JSON.stringify({ download_list: await storage.downloadUrls(files, 'server') }) }
    },
    'storage.batchDeleteFile': async (request) => {
      const { fileid_list: fileIds } = parse(DeleteSchema, request)
      return { data: JSON.stringify({ delete_list: await storage.deleteFiles(fileIds, 'server') }) }
    },
  }
}

function parse<Schema extends v.GenericSchema>(schema: Schema, request: unknown): v.InferOutput<Schema> {
  const parsed = v.safeParse(schema, request)
  if (parsed.success) return parsed.output
  throw new CloudError('INVALID_PARAM', `The request is not valid: ${parsed.issues[0].message}.`)
}
