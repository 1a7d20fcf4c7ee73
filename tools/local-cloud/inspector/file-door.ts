import type { Door } from '../http/door'
import type { Files } from '../storage/files'
import { sendFile } from '../storage/send-file'

/** Opens a file of the cloud in the browser. */
export function fileDoor(files: Files): Door {
  return {
    path: '/_cloud/file',
    methods: ['GET'],
    from: 'inspector',
    async answer(request, response) {
      const path = new URL(request.url ?? '', 'http://localhost').searchParams.get('path') ?? ''
      await sendFile(files, path, response)
    },
  }
}
