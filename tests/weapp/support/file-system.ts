import type { PhoneClock } from './phone-clock'
import type { PhoneFiles } from './phone-files'
import { type Callbacks, wxAnswer, wxAnswerOf } from './wx-answer'

type Encoding = 'base64' | 'utf8'

/** `wx.getFileSystemManager`, `wx.env`, and the album. */
export function fileSystem(files: PhoneFiles, clock: PhoneClock): object {
  const readAs = async ({ filePath, encoding = 'utf8' }: { filePath: string; encoding?: Encoding }) => ({
    data: files.read(filePath).toString(encoding),
  })
  const manager = {
    writeFileSync: (path: string, content: string, encoding: Encoding = 'utf8') =>
      files.write(path, Buffer.from(content, encoding)),
    readFile: (options: Callbacks & { filePath: string; encoding?: Encoding }) =>
      wxAnswerOf(readAs(options), 'readFile', options),
    unlink: (options: Callbacks & { filePath: string }) =>
      wxAnswer(clock, 'unlink', options, () => files.remove(options.filePath)),
  }
  return {
    env: { USER_DATA_PATH: 'wxfile://usr' },
    getFileSystemManager: () => manager,
    saveImageToPhotosAlbum: (options: Callbacks & { filePath: string }) =>
      wxAnswer(clock, 'saveImageToPhotosAlbum', options, () => files.keepInAlbum(options.filePath)),
  }
}
