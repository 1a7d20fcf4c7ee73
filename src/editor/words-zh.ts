import type { EditorWords } from './words'

export const editorWordsZh: EditorWords = {
  desk: '编辑台',
  draft: '草稿',
  item: '条目',
  check: '对照检查',
  publish: '发布',
  watch: '派发与阅读',
  settings: '设置',
}
