import type { EditorWords } from './words'

export const editorWordsEn: EditorWords = {
  desk: 'Editors’ desk',
  draft: 'Draft',
  item: 'Item',
  check: 'Side by side',
  publish: 'Publish',
  watch: 'Alerts and reads',
  settings: 'Settings',
}
