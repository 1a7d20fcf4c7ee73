import * as v from 'valibot'
import { clientError } from '../client/client-error'
import { phoneDoor } from '../client/phone-door'
import { CloudError, ERR_CODES } from '../cloud-error'
import type { Faults } from '../faults/faults'
import type { Door } from '../http/door'
import type { Actor } from './actor'
import type { FileAnswer } from './answer-each'
import type { Storage } from './storage'
import { uploadDoor } from './upload-door'

const MAX_BYTES = 256 * 1024

const DownloadSchema = v.object({
  fileList: v.array(
    v.union([
      v.pipe(
        v.string(),
        v.transform((fileID) => ({ fileID, maxAge: undefined })),
      ),
      v.object({ fileID: v.string(), maxAge: v.optional(v.unknown()) }),
    ]),
  ),
})
const DeleteSchema = v.object({ fileList: v.array(v.string()) })

type Services = { storage: Storage; faults: Faults; log: (line: string) => void }

/** What a phone asks of the cloud's storage; `wx.cloud.downloadFile` asks for an address and then goes there. */
export function phoneStorageDoors({ storage, faults, log }: Services): Door[] {
  const door = <Schema extends v.GenericSchema>(
    name: string,
    schema: Schema,
    answer: (fields: v.InferOutput<Schema>, actor: Actor) => Promise<object[]>,
  ) =>
    phoneDoor(
      { faults, log },
      {
        name,
        maxBytes: MAX_BYTES,
        async answer(fields, openid) {
          const parsed = v.safeParse(schema, fields)
          if (!parsed.success) throw new CloudError('INVALID_PARAM', 'fileList is no list of file ids.')
          return JSON.stringify({ fileList: await answer(parsed.output, { openid }) })
        },
        failure: (error) => clientError(error, name),
      },
    )
  return [
    uploadDoor({ files: storage.files, faults, log }),
    door('getTempFileURL', DownloadSchema, async ({ fileList }, actor) =>
      (await storage.downloadUrls(fileList, actor)).map((answer) => ({
        tempFileURL: '',
        ...asOnPhone(answer),
      })),
    ),
    door('deleteFile', DeleteSchema, async ({ fileList }, actor) =>
      (await storage.deleteFiles(fileList, actor)).map(asOnPhone),
    ),
  ]
}

/** A phone gets numbers where a server gets codes. */
function asOnPhone(answer: FileAnswer): object {
  const { code, ...rest } = answer
  if (answer.code === 'SUCCESS') return { ...rest, status: 0, errMsg: 'ok' }
  return { fileID: answer.fileID, status: ERR_CODES[answer.code], errMsg: answer.message }
}
