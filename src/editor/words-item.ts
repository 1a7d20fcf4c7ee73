import type { Language } from '#shared/newsletter/bilingual'

type Half = Record<Language, string>

export type ItemWords = {
  halves: Half
  /** Which item it is, by its place. */
  place: (section: string, number: number, count: number) => string
  gone: string
  goneHint: string
  toDraft: string
  title: string
  missingTitle: Half
  missingBody: Half
  paragraph: (number: number) => string
  split: string
  join: string
  add: string
  remove: string
  removed: (number: number) => string
  addParagraph: string
  notation: string
  preview: string
  source: string
  sourceExample: string
  notSource: string
  sameSource: Half
  previous: string
  next: string
}

const zh: ItemWords = {
  halves: { zh: '中文', en: '英文' },
  place: (section, number, count) => `${section} · 第 ${number} 条，共 ${count} 条`,
  gone: '这一条已不在草稿中',
  goneHint: '它可能被删除，或与另一条配成了一条。',
  toDraft: '返回草稿',
  title: '标题',
  missingTitle: { zh: '还没有中文标题', en: '还没有英文标题' },
  missingBody: { zh: '还没有中文正文', en: '还没有英文正文' },
  paragraph: (number) => `第 ${number} 段`,
  split: '拆分',
  join: '并入下段',
  add: '加一段',
  remove: '删除',
  removed: (number) => `已删除第 ${number} 段`,
  addParagraph: '加一段',
  notation: '回车即分段。*两个星号之间*是强调，[文字](https://…) 是链接。',
  preview: '读者看到的',
  source: '原文链接',
  sourceExample: 'https://…',
  notSource: '请写 http:// 或 https:// 开头的完整网址。所写的暂存在本机，原来的链接没有变。',
  sameSource: { zh: '与英文相同', en: '与中文相同' },
  previous: '上一条',
  next: '下一条',
}

const en: ItemWords = {
  halves: { zh: 'Chinese', en: 'English' },
  place: (section, number, count) => `${section} · item ${number} of ${count}`,
  gone: 'This item is no longer in the draft',
  goneHint: 'It may have been removed, or paired with another one.',
  toDraft: 'Back to the draft',
  title: 'Title',
  missingTitle: { zh: 'No Chinese title yet', en: 'No English title yet' },
  missingBody: { zh: 'No Chinese text yet', en: 'No English text yet' },
  paragraph: (number) => `Paragraph ${number}`,
  split: 'Split',
  join: 'Join next',
  add: 'Add below',
  remove: 'Remove',
  removed: (number) => `Paragraph ${number} was removed`,
  addParagraph: 'Add a paragraph',
  notation: 'Return begins a paragraph. *Between two stars* is emphasis, [words](https://…) a link.',
  preview: 'As readers see it',
  source: 'Source link',
  sourceExample: 'https://…',
  notSource:
    'Write the whole address with http:// or https://. What you wrote is kept on this phone; the link is as it was.',
  sameSource: { zh: 'Same as the English one', en: 'Same as the Chinese one' },
  previous: 'Previous item',
  next: 'Next item',
}

const byLanguage: Record<Language, ItemWords> = { zh, en }

export function itemWordsIn(language: Language): ItemWords {
  return byLanguage[language]
}
