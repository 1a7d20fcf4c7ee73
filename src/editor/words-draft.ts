import type { Language } from '#shared/newsletter/bilingual'
import type { SavingState } from './draft-store'

type Half = Record<Language, string>

export type DraftWords = {
  saving: Record<Exclude<SavingState, 'conflict'>, string>
  /** Neither the cloud nor the phone has it. */
  notKept: string
  retry: string
  conflict: (name: string) => string
  mergeBoth: string
  takeAllTheirs: string
  takeAllTheirsQuestion: (name: string) => string
  confirmTakeAllTheirs: string
  cancel: string
  /** The number or the date that the masthead lacks. */
  noNumber: string
  noMonth: string
  noSeries: string
  mendMasthead: string
  closeMasthead: string
  check: string
  preview: string
  publish: string
  sameNumber: string
  openOther: string
  problems: string
  problemsHint: string
  moreProblems: (count: number) => string
  differences: string
  differencesHint: string
  ours: string
  theirs: string
  nothing: string
  keepOurs: string
  takeTheirs: string
  parts: Readonly<Record<string, string>>
  whole: string
  items: string
  arrange: string
  endArranging: string
  noItems: string
  noItemsHint: string
  untitled: string
  missingHalf: Half
  missingTitle: Half
  missingBody: Half
  missingSource: Half
  addItem: string
  addSection: string
  newSection: string
  sectionName: Half
  removeSection: string
  up: string
  down: string
  moveTo: string
  moveHere: (section: string) => string
  pair: string
  pairHint: Half
  part: string
  remove: string
  removed: (title: string) => string
  paired: string
  parted: string
  undo: string
  unnamedSection: string
  publication: Half
  series: Half
  number: string
  seriesNumber: string
  proposed: (number: number) => string
  month: string
  monthExample: string
  date: string
  dateExample: string
  notNumber: string
  notMonth: string
  notDate: string
  disclaimer: string
  disclaimerIn: Half
  contact: string
  website: string
  notWebsite: string
  email: string
  tel: string
  fax: string
  oneALine: string
  offices: Half
  asInSeries: string
  document: string
  importDocument: string
  importAgain: string
  importAgainHint: string
  fileName: (name: string) => string
  edit: string
  close: string
  deleteDraft: string
  deleteQuestion: string
  confirmDelete: string
}

const zh: DraftWords = {
  saving: {
    saved: '已保存',
    saving: '正在保存…',
    offline: '没有网络 · 已存在本机，联网后自动保存',
    refused: '还没有存到云端，已存在本机',
  },
  notKept: '还没有存下：云端没有收到，手机存储也已满。请先不要关闭小程序',
  retry: '重试',
  conflict: (name) => `${name}刚刚也改了这一期。您的改动还在本机，没有覆盖对方的。`,
  mergeBoth: '合并双方的改动',
  takeAllTheirs: '只用对方的',
  takeAllTheirsQuestion: (name) => `您在此后的改动会丢弃，以${name}保存的为准。`,
  confirmTakeAllTheirs: '丢弃我的改动',
  cancel: '取消',
  noNumber: '还没有期号',
  noMonth: '还没有年月',
  noSeries: '还没有系列名',
  mendMasthead: '修改刊头',
  closeMasthead: '收起刊头',
  check: '对照检查',
  preview: '预览',
  publish: '发布',
  sameNumber: '另一份草稿用了同样的期号，两者不能都发布。',
  openOther: '查看那一份',
  problems: '需要核对',
  problemsHint: '读取文档时不能确定的地方。点开即到该条。',
  moreProblems: (count) => `还有 ${count} 处`,
  differences: '两处不同的改动',
  differencesHint: '同一处有两种改法。目前保留的是现在的，您可以改用另一种。',
  ours: '现在',
  theirs: '另一种',
  nothing: '（无）',
  keepOurs: '保留现在的',
  takeTheirs: '改用另一种',
  parts: {
    item: '整条',
    'title.zh': '中文标题',
    'title.en': '英文标题',
    'body.zh': '中文正文',
    'body.en': '英文正文',
    'source.zh': '中文原文链接',
    'source.en': '英文原文链接',
    'publication.zh': '中文刊名',
    'publication.en': '英文刊名',
    number: '总期号',
    'series.title.zh': '系列的中文名',
    'series.title.en': '系列的英文名',
    'series.number': '系列期号',
    month: '年月',
    date: '日期',
    'disclaimer.zh': '中文免责声明',
    'disclaimer.en': '英文免责声明',
    'contact.website': '网站',
    'contact.email': '邮箱',
    'contact.tel': '电话',
    'contact.fax': '传真',
    'contact.offices.zh': '办公室（中文）',
    'contact.offices.en': '办公室（英文）',
    section: '所在的栏目',
  },
  whole: '整期',
  items: '栏目与条目',
  arrange: '调整次序',
  endArranging: '调整完毕',
  noItems: '还没有条目',
  noItemsHint: '先加一个栏目，再在其中加条目。',
  untitled: '未命名的条目',
  missingHalf: { zh: '缺中文', en: '缺英文' },
  missingTitle: { zh: '缺中文标题', en: '缺英文标题' },
  missingBody: { zh: '缺中文正文', en: '缺英文正文' },
  missingSource: { zh: '缺中文原文链接', en: '缺英文原文链接' },
  addItem: '加一条',
  addSection: '加一个栏目',
  newSection: '新栏目',
  sectionName: { zh: '栏目名（中文）', en: '栏目名（英文）' },
  removeSection: '删除栏目',
  up: '上移',
  down: '下移',
  moveTo: '移到…',
  moveHere: (section) => `移到“${section}”`,
  pair: '配对…',
  pairHint: {
    zh: '这一条只有中文。它的英文是下面哪一条？',
    en: '这一条只有英文。它的中文是下面哪一条？',
  },
  part: '拆成两条',
  remove: '删除',
  removed: (title) => `已删除“${title}”`,
  paired: '已配成一条',
  parted: '已拆成两条',
  undo: '撤销',
  unnamedSection: '未命名的栏目',
  publication: { zh: '刊名（中文）', en: '刊名（英文）' },
  series: { zh: '系列名（中文）', en: '系列名（英文）' },
  number: '总期号',
  seriesNumber: '系列期号',
  proposed: (number) => `用下一个：${number}`,
  month: '年月',
  monthExample: '例如 2021-01',
  date: '日期（可不填）',
  dateExample: '例如 2021-01-04',
  notNumber: '请填 1 到 999999 的整数，或留空。',
  notMonth: '请写成 2021-01 这样，没有改动原来的。',
  notDate: '请写成 2021-01-04 这样，没有改动原来的。',
  disclaimer: '免责声明',
  disclaimerIn: { zh: '免责声明（中文）', en: '免责声明（英文）' },
  contact: '联系方式',
  website: '网站',
  notWebsite: '请写 http:// 或 https:// 开头的完整网址，没有改动原来的。',
  email: '邮箱',
  tel: '电话',
  fax: '传真',
  oneALine: '每行一个',
  offices: { zh: '办公室（中文）', en: '办公室（英文）' },
  asInSeries: '用系列惯用的',
  document: '文档',
  importDocument: '导入一份文档',
  importAgain: '重新导入文档',
  importAgainHint: '您手工改过的地方会保留；与新文档不同之处会列出来，由您决定。',
  fileName: (name) => `来自“${name}”`,
  edit: '修改',
  close: '收起',
  deleteDraft: '删除这份草稿',
  deleteQuestion: '这份草稿从未发布。删除后无法恢复。',
  confirmDelete: '确认删除',
}

const en: DraftWords = {
  saving: {
    saved: 'Saved',
    saving: 'Saving …',
    offline: 'No connection · kept on this phone, saved when online',
    refused: 'Not saved in the cloud yet; kept on this phone',
  },
  notKept: 'Not saved anywhere yet: this phone has no room left either. Please keep this open',
  retry: 'Try again',
  conflict: (name) =>
    `${name} has just changed this issue as well. Your changes are still on this phone; theirs are not overwritten.`,
  mergeBoth: 'Merge both',
  takeAllTheirs: 'Take theirs only',
  takeAllTheirsQuestion: (name) => `What you have changed since is dropped; what ${name} saved stands.`,
  confirmTakeAllTheirs: 'Drop my changes',
  cancel: 'Cancel',
  noNumber: 'No number yet',
  noMonth: 'No month yet',
  noSeries: 'No series yet',
  mendMasthead: 'Edit masthead',
  closeMasthead: 'Close masthead',
  check: 'Side by side',
  preview: 'Preview',
  publish: 'Publish',
  sameNumber: 'Another draft has the same number: not both can be published.',
  openOther: 'Look at it',
  problems: 'To be checked',
  problemsHint: 'What the document left unclear. A tap leads to the item.',
  moreProblems: (count) => `${count} more`,
  differences: 'Changed in two ways',
  differencesHint: 'The same part was changed in two ways. The present one stands; you may take the other.',
  ours: 'Present',
  theirs: 'Other',
  nothing: '(nothing)',
  keepOurs: 'Keep the present one',
  takeTheirs: 'Take the other',
  parts: {
    item: 'whole item',
    'title.zh': 'Chinese title',
    'title.en': 'English title',
    'body.zh': 'Chinese text',
    'body.en': 'English text',
    'source.zh': 'Chinese source',
    'source.en': 'English source',
    'publication.zh': 'publication, Chinese',
    'publication.en': 'publication, English',
    number: 'running number',
    'series.title.zh': 'series, Chinese',
    'series.title.en': 'series, English',
    'series.number': 'number in the series',
    month: 'month',
    date: 'date',
    'disclaimer.zh': 'disclaimer, Chinese',
    'disclaimer.en': 'disclaimer, English',
    'contact.website': 'website',
    'contact.email': 'email',
    'contact.tel': 'telephone',
    'contact.fax': 'fax',
    'contact.offices.zh': 'offices, Chinese',
    'contact.offices.en': 'offices, English',
    section: 'its section',
  },
  whole: 'The whole issue',
  items: 'Sections and items',
  arrange: 'Arrange',
  endArranging: 'Done arranging',
  noItems: 'No items yet',
  noItemsHint: 'Add a section first, then items in it.',
  untitled: 'Untitled item',
  missingHalf: { zh: 'No Chinese', en: 'No English' },
  missingTitle: { zh: 'No Chinese title', en: 'No English title' },
  missingBody: { zh: 'No Chinese text', en: 'No English text' },
  missingSource: { zh: 'No Chinese source', en: 'No English source' },
  addItem: 'Add an item',
  addSection: 'Add a section',
  newSection: 'New section',
  sectionName: { zh: 'Name in Chinese', en: 'Name in English' },
  removeSection: 'Remove section',
  up: 'Up',
  down: 'Down',
  moveTo: 'Move to …',
  moveHere: (section) => `To “${section}”`,
  pair: 'Pair …',
  pairHint: {
    zh: 'This item is in Chinese only. Which of these is its English?',
    en: 'This item is in English only. Which of these is its Chinese?',
  },
  part: 'Part in two',
  remove: 'Remove',
  removed: (title) => `“${title}” was removed`,
  paired: 'Paired',
  parted: 'Parted in two',
  undo: 'Undo',
  unnamedSection: 'Unnamed section',
  publication: { zh: 'Publication, Chinese', en: 'Publication, English' },
  series: { zh: 'Series, Chinese', en: 'Series, English' },
  number: 'Running number',
  seriesNumber: 'Number in the series',
  proposed: (number) => `Take the next: ${number}`,
  month: 'Month',
  monthExample: 'such as 2021-01',
  date: 'Date (may be left empty)',
  dateExample: 'such as 2021-01-04',
  notNumber: 'A whole number from 1 to 999999, or nothing.',
  notMonth: 'Write it as 2021-01. It was not changed.',
  notDate: 'Write it as 2021-01-04. It was not changed.',
  disclaimer: 'Disclaimer',
  disclaimerIn: { zh: 'Disclaimer, Chinese', en: 'Disclaimer, English' },
  contact: 'Contact',
  website: 'Website',
  notWebsite: 'Write the whole address with http:// or https://. It was not changed.',
  email: 'Email',
  tel: 'Telephone',
  fax: 'Fax',
  oneALine: 'One per line',
  offices: { zh: 'Offices, Chinese', en: 'Offices, English' },
  asInSeries: 'As in the series',
  document: 'Document',
  importDocument: 'Import a document',
  importAgain: 'Import again',
  importAgainHint:
    'What you changed by hand is kept; where the new document differs, it is listed for you to decide.',
  fileName: (name) => `From “${name}”`,
  edit: 'Edit',
  close: 'Close',
  deleteDraft: 'Delete this draft',
  deleteQuestion: 'This draft was never published. It cannot be brought back.',
  confirmDelete: 'Delete',
}

const byLanguage: Record<Language, DraftWords> = { zh, en }

export function draftWordsIn(language: Language): DraftWords {
  return byLanguage[language]
}
