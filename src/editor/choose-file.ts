import Taro from '@tarojs/taro'
import { currentLanguage } from '#reader/use-reader'
import { editorWordsIn } from './words'

/** A file that the editor has chosen, and where it can be read until the mini-program is closed. */
export type ChosenFile = { name: string; size: number; path: string }

export type FileKind = 'document' | 'picture'

/** WeChat lists pictures apart from other files, and knows no extensions of them. */
const offered: Record<FileKind, Taro.chooseMessageFile.Option> = {
  document: { count: 1, type: 'file', extension: ['docx', 'pdf', 'md'] },
  picture: { count: 1, type: 'image' },
}

/**
 * Lets the editor choose a file that was sent in a chat; null where none was chosen. Where WeChat cannot let them
 * choose, it says so. The browser's counterpart is in choose-file.h5.ts.
 */
export async function chooseFile(kind: FileKind): Promise<ChosenFile | null> {
  try {
    const { tempFiles } = await Taro.chooseMessageFile(offered[kind])
    const [file] = tempFiles
    return file ? { name: file.name, size: file.size, path: file.path } : null
  } catch (thrown) {
    if (!isCancelled(thrown)) sayItCannot()
    return null
  }
}

function isCancelled(thrown: unknown): boolean {
  return typeof thrown === 'object' && thrown !== null && 'errMsg' in thrown
    ? /cancel/u.test(String(thrown.errMsg))
    : false
}

function sayItCannot(): void {
  const { cannotChooseFile, understood } = editorWordsIn(currentLanguage())
  Taro.showModal({ content: cannotChooseFile, confirmText: understood, showCancel: false })
}
