import type { EditorWords } from './words'

export const editorWordsZh: EditorWords = {
  desk: '编辑台',
  draft: '草稿',
  item: '条目',
  check: '对照检查',
  publish: '发布',
  watch: '派发与阅读',
  codes: '小程序码',
  settings: '设置',
  cannotChooseFile:
    '微信未能打开聊天中的文件。请先更新微信再试；若仍不行，请管理员在小程序的隐私保护指引中声明“选中的文件”。',
  understood: '知道了',
}
