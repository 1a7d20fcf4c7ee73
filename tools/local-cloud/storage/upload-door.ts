import type { IncomingMessage } from 'node:http'
import type { Answer } from '../admin/action'
import { clientError } from '../client/client-error'
import { openidOf, sendAnswer } from '../client/phone-door'
import { CloudError } from '../cloud-error'
import { phoneCall } from '../faults/cloud-call'
import type { Faults } from '../faults/faults'
import type { Door } from '../http/door'
import { fileIdOf } from './file-id'
import type { Files } from './files'
import { formFile } from './form-file'
import { isGoneAway } from './is-gone-away'

const NAME = 'uploadFile'

type Services = { files: Files; faults: Faults; log: (line: string) => void }

/**
 * `wx.cloud.uploadFile` of a phone: a form with the file, as phones send files, and the cloud path in the address, so
 * that it is known before the file arrives. Who uploads stands in the header `x-local-openid`.
 */
export function uploadDoor({ files, faults, log }: Services): Door {
  faults.serve([`client.${NAME}`])
  return {
    path: `/client/${NAME}`,
    methods: ['POST'],
    from: 'readers',
    async answer(request, response) {
      sendAnswer(response, await answerTo(request))
    },
  }

  async function answerTo(request: IncomingMessage): Promise<Answer> {
    try {
      const openid = openidOf(request)
      const path = new URL(request.url ?? '', 'http://localhost').searchParams.get('cloudPath') ?? ''
      const call = phoneCall(NAME, { cloudPath: path }, openid)
      return await faults.carryOut(faults.take(call), call, async () => {
        await files.put(path, formFile(request), { openid })
        return { data: JSON.stringify({ fileID: fileIdOf(path), statusCode: 200 }) }
      })
    } catch (thrown) {
      if (isGoneAway(thrown)) return { isDropped: true }
      return { data: JSON.stringify(clientError(CloudError.from(thrown, log), NAME)) }
    }
  }
}
