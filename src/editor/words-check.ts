import type { MarkKind, MarkPart } from '#shared/checking/mark'
import type { Language } from '#shared/newsletter/bilingual'

/** A stretch of each language that a mark lights up; null where there is none. */
type Quoted = { zh: string | null; en: string | null }

export type CheckWords = {
  left: (count: number) => string
  none: string
  next: string
  empty: string
  emptyHint: string
  missing: (part: MarkPart, lacking: Language) => string
  disagree: Record<'number' | 'date' | 'amount', (quoted: Quoted) => string>
  name: (quoted: Quoted) => string
  length: string
  paragraphs: (zh: number, en: number) => string
  language: (found: Language, quoted: string) => string
  mend: string
  dismiss: string
  dismissHint: string
  reasons: Record<MarkKind, readonly string[]>
  ownReason: string
  dismissAct: string
  cancel: string
  dismissed: (reason: string, by: string) => string
  undo: string
  noHalf: Record<Language, string>
  source: string
}

const disagreeZh =
  (what: string) =>
  ({ zh, en }: Quoted): string => {
    if (zh === null) return `英文的${what}“${en}”，中文里没有`
    return en === null ? `中文的${what}“${zh}”，英文里没有` : `${what}不一致：中文“${zh}”，英文“${en}”`
  }

const zh: CheckWords = {
  left: (count) => `${count}\u00a0处待看`,
  none: '没有待看之处',
  next: '下一处',
  empty: '还没有内容',
  emptyHint: '草稿里有了条目，就能在这里逐段对照。',
  missing: (part, lacking) => {
    const half = lacking === 'zh' ? '中文' : '英文'
    if (part === 'title') return `缺${half}标题`
    if (part === 'section') return `栏目缺${half}名`
    if (part === 'source') return `缺${half}的原文链接`
    return part === 'item' ? `缺${half}` : `缺${half}正文`
  },
  disagree: { number: disagreeZh('数字'), date: disagreeZh('日期或时间'), amount: disagreeZh('金额') },
  name: ({ zh, en }) =>
    zh === null
      ? `英文的名称“${en}”，中文里没有对应的《》`
      : `${zh}在英文里没有对应的名称（斜体、引号或首字母大写）`,
  length: '长短相差太多，不像互为译文',
  paragraphs: (zh, en) => `段落数不同：中文 ${zh} 段，英文 ${en} 段`,
  language: (found, quoted) =>
    found === 'en' ? `英文里留有中文：“${quoted}”` : `中文里留有整段英文：“${quoted}”`,
  mend: '去修改',
  dismiss: '没有问题',
  dismissHint: '为什么没有问题？文字一改，还会再提示。',
  reasons: {
    missing: ['本来就没有', '稍后补上'],
    number: ['意思一致', '已核对原文', '一方有意省略'],
    date: ['意思一致', '已核对原文', '一方有意省略'],
    amount: ['意思一致', '已核对原文', '一方有意省略'],
    name: ['意译，名称没有照写', '简称', '已核对原文'],
    length: ['一方有意从简', '已核对原文'],
    paragraphs: ['分段方式不同，内容一致'],
    language: ['原文专名，不译', '引用原文'],
  },
  ownReason: '或者自己写',
  dismissAct: '就这样',
  cancel: '取消',
  dismissed: (reason, by) => (by === '' ? `已看过：${reason}` : `${by}看过：${reason}`),
  undo: '撤回',
  noHalf: { zh: '（没有中文）', en: '（没有英文）' },
  source: '原文',
}

const disagreeEn =
  (what: string) =>
  ({ zh, en }: Quoted): string => {
    if (zh === null) return `The English ${what} “${en}” is not in the Chinese`
    return en === null
      ? `The Chinese ${what} “${zh}” is not in the English`
      : `The ${what}s do not agree: “${zh}” in Chinese, “${en}” in English`
  }

const en: CheckWords = {
  left: (count) => `${count}\u00a0to look at`,
  none: 'Nothing left to look at',
  next: 'Next',
  empty: 'There is nothing in it yet',
  emptyHint: 'Once the draft has items, their languages are compared here, paragraph by paragraph.',
  missing: (part, lacking) => {
    const half = lacking === 'zh' ? 'Chinese' : 'English'
    if (part === 'title') return `The ${half} title is missing`
    if (part === 'section') return `The section has no ${half} name`
    if (part === 'source') return `The ${half} source link is missing`
    return part === 'item' ? `The ${half} half is missing` : `The ${half} text is missing`
  },
  disagree: { number: disagreeEn('number'), date: disagreeEn('date or time'), amount: disagreeEn('amount') },
  name: ({ zh, en }) =>
    zh === null
      ? `The English name “${en}” has no counterpart in 《》`
      : `${zh} has no counterpart in English (in italics, quotation marks or capitals)`,
  length: 'Their lengths differ too much for translations of each other',
  paragraphs: (zh, en) => `The paragraphs differ: ${zh} in Chinese, ${en} in English`,
  language: (found, quoted) =>
    found === 'en'
      ? `Chinese was left in the English: “${quoted}”`
      : `English was left in the Chinese: “${quoted}”`,
  mend: 'Mend it',
  dismiss: 'It is right',
  dismissHint: 'Why is it right? Once the text changes, you are asked again.',
  reasons: {
    missing: ['There is none', 'It will follow'],
    number: ['They mean the same', 'Checked with the source', 'Left out on purpose'],
    date: ['They mean the same', 'Checked with the source', 'Left out on purpose'],
    amount: ['They mean the same', 'Checked with the source', 'Left out on purpose'],
    name: ['Paraphrased', 'An abbreviation', 'Checked with the source'],
    length: ['One is shorter on purpose', 'Checked with the source'],
    paragraphs: ['Divided differently, the same content'],
    language: ['A proper name', 'A quotation'],
  },
  ownReason: 'Or in your own words',
  dismissAct: 'Done',
  cancel: 'Cancel',
  dismissed: (reason, by) => (by === '' ? `Looked at: ${reason}` : `${by} looked at it: ${reason}`),
  undo: 'Take back',
  noHalf: { zh: '(No Chinese)', en: '(No English)' },
  source: 'Source',
}

const byLanguage: Record<Language, CheckWords> = { zh, en }

export function checkWordsIn(language: Language): CheckWords {
  return byLanguage[language]
}
