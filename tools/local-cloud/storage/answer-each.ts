import { CloudError, type CloudErrorCode } from '../cloud-error'
import { pathOf } from './file-id'

/** The cloud takes no more files in one call. */
const MAX_FILES = 50

/** A download's address and how many seconds it holds. */
export type DownloadUrl = { tempFileURL: string; maxAge: number }

/** What came of one file of several, in the SDK's words. */
export type FileAnswer = { fileID: string } & (
  | ({ code: 'SUCCESS' } & Partial<DownloadUrl>)
  | { code: CloudErrorCode; message: string }
)

/** An answer for each file, in their order: one that fails does not keep the others from theirs. */
export async function answerEach<File extends { fileID: string }>(
  files: readonly File[],
  answer: (path: string, file: File) => DownloadUrl | Promise<void>,
): Promise<FileAnswer[]> {
  if (files.length === 0 || files.length > MAX_FILES)
    throw new CloudError('INVALID_PARAM', `A call takes 1 to ${MAX_FILES} files.`)
  const answers: FileAnswer[] = []
  for (const file of files) {
    const { fileID } = file
    try {
      answers.push({ code: 'SUCCESS', fileID, ...(await answer(pathOf(fileID), file)) })
    } catch (thrown) {
      if (!(thrown instanceof CloudError)) throw thrown
      answers.push({ code: thrown.code, fileID, message: thrown.message })
    }
  }
  return answers
}
