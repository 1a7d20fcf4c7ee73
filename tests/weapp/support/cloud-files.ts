import type { PhoneFiles } from './phone-files'
import type { PhoneNetwork } from './phone-network'
import { type Callbacks, wxAnswerOf } from './wx-answer'

type TempFile = { fileID: string; status: number; errMsg: string; tempFileURL: string }

/** The part of `wx.cloud` that is about files. */
export function cloudFiles(network: PhoneNetwork, files: PhoneFiles) {
  const cloudFunction =
    <Options extends object>(name: string, act: (options: Options) => Promise<object>) =>
    (options: Options & Callbacks) =>
      wxAnswerOf(act(options), `cloud.${name}`, options)

  const tempFiles = async (fileList: unknown) =>
    (await network.ask('getTempFileURL', JSON.stringify({ fileList }))) as { fileList: TempFile[] }

  return {
    uploadFile: cloudFunction(
      'uploadFile',
      async ({ cloudPath, filePath }: { cloudPath: string; filePath: string }) =>
        network.ask(`uploadFile?cloudPath=${encodeURIComponent(cloudPath)}`, formOf(files.read(filePath))),
    ),
    getTempFileURL: cloudFunction('getTempFileURL', ({ fileList }: { fileList: unknown }) =>
      tempFiles(fileList),
    ),
    downloadFile: cloudFunction('downloadFile', async ({ fileID }: { fileID: string }) => {
      const [file] = (await tempFiles([fileID])).fileList
      if (file?.status !== 0) throw { errCode: file?.status, errMsg: file?.errMsg }
      const { statusCode, content } = await network.send(file.tempFileURL)
      return { statusCode, tempFilePath: files.add(content) }
    }),
    deleteFile: cloudFunction('deleteFile', ({ fileList }: { fileList: string[] }) =>
      network.ask('deleteFile', JSON.stringify({ fileList })),
    ),
  }
}

/** `wx.uploadFile`, which sends to any address. */
export function uploadFile(network: PhoneNetwork, files: PhoneFiles) {
  type Options = Callbacks & { url: string; filePath: string; name: string; header: Record<string, string> }
  const send = async ({ url, filePath, name, header }: Options) => {
    const body = formOf(files.read(filePath), name)
    const { statusCode, content } = await network.send(url, { method: 'POST', headers: header, body })
    return { statusCode, data: content.toString() }
  }
  return (options: Options) => wxAnswerOf(send(options), 'uploadFile', options)
}

/** As phones send a file. */
function formOf(content: Buffer, name = 'file'): FormData {
  const form = new FormData()
  form.append(name, new Blob([content]), 'tmp')
  return form
}
