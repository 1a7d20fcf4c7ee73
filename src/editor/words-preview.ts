import type { Language } from '#shared/newsletter/bilingual'

export type PreviewWords = {
  title: string
  /** In the bar above the text. */
  bar: string
  empty: string
  emptyHint: string
  toDraft: string
}

const zh: PreviewWords = {
  title: '预览',
  bar: '预览 · 读者将看到的样子',
  empty: '还没有内容',
  emptyHint: '草稿里有了条目，就能在这里看到读者将看到的样子。',
  toDraft: '返回草稿',
}

const en: PreviewWords = {
  title: 'Preview',
  bar: 'Preview',
  empty: 'There is nothing in it yet',
  emptyHint: 'Once the draft has items, they are seen here as readers will see them.',
  toDraft: 'Back to the draft',
}

const byLanguage: Record<Language, PreviewWords> = { zh, en }

export function previewWordsIn(language: Language): PreviewWords {
  return byLanguage[language]
}
