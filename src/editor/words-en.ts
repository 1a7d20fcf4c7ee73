import type { EditorWords } from './words'

export const editorWordsEn: EditorWords = {
  desk: 'Editors’ desk',
  draft: 'Draft',
  item: 'Item',
  check: 'Side by side',
  publish: 'Publish',
  watch: 'Alerts and reads',
  codes: 'Codes',
  settings: 'Settings',
  cannotChooseFile:
    'WeChat could not open the files of your chats. Update WeChat and try again; if that does not help, an administrator has to declare “chosen files” in the mini-program’s privacy guidelines.',
  understood: 'OK',
}
