import type { Language } from '#shared/newsletter/bilingual'
import type { Place, Problem } from '#shared/newsletter/problem'

/** What the importer says in English, by its code; what the document itself says is quoted after it. */
const chinese: Readonly<Record<string, string>> = {
  'paragraph-too-long': '有一段长得不像话，这不像是一份周报。',
  'too-many-lines': '行数太多，这不像是一份周报。',
  'nested-too-deep': '引用或列表层层套得太深，这不像是一份周报。',
  'too-large': '文件超过 20 MB。',
  encrypted: '文档设有密码。请在 Word 中去掉密码，另存为 .docx 后再选。',
  'other-format': '这不是能读的格式。请在 Word 中另存为 .docx，或选择 PDF、Markdown 文件。',
  'not-utf8': '文字不是 UTF-8 编码，请另存为 UTF-8 后再选。',
  'not-text': '文字不是 UTF-8 编码，请另存为 UTF-8 后再选。',
  unreadable: '文档已损坏，或者不是它的名字所说的那种文件。请重新保存后再选。',
  'pdf-unreadable': 'PDF 已损坏，请重新导出后再选。',
  scanned: '这份 PDF 只有扫描的图片，没有文字。请选择 Word 文件，或由 Word 导出的 PDF。',
  empty: '文档里没有文字。',
  'not-a-newsletter': '没有认出刊头和条目，这不像是一份周报。',
  'settings-left-out': '首行之前的设置没有收入。',
  'code-left-out': '一段代码没有收入。',
  'html-left-out': '一段网页代码没有收入。',
  'table-left-out': '一个表格没有收入。',
  'footnote-left-out': '一个脚注没有收入。',
  'image-left-out': '一张图片没有收入：各期只有文字。',
  'text-left-out': '有一段文字不知放在哪里，没有收入。',
  'text-after-source': '这段文字在原文链接之后，也许属于另一条。',
  'link-left-out': '一个链接没有收入。',
  'second-source': '第二个原文链接没有收入。',
  'source-without-address': '原文链接没有网址，已留空。',
  'contents-unmatched': '目录里有一条，正文中没有找到。',
  'contents-differ': '目录与正文不一致。',
  'pairing-unclear': '不能确定这一条的中文与英文是否相配，请核对。',
  'title-joined': '连着的两个标题合成了一个。',
  'dates-differ': '刊头的日期不止一个。',
  'numbers-differ': '刊头的期号不一致。',
  'number-unclear': '只有一个期号，不能确定是总期号还是系列的期号。',
  'missing-month': '刊头没有年月。',
  'missing-publication': '刊头缺少一种语言的刊名。',
  'missing-series': '刊头缺少一种语言的系列名。',
  'missing-disclaimer': '缺少一种语言的免责声明。',
  'missing-number': '刊头没有期号。',
  'empty-section': '有一个栏目下面没有条目，没有收入。',
  'missing-section': '这些条目不在任何栏目之下。',
  'missing-section-title': '栏目缺少一种语言的名称。',
  'missing-zh': '缺少中文。',
  'missing-en': '缺少英文。',
  'missing-title': '有一种语言缺少标题。',
  'missing-body': '有一种语言的标题下面没有正文。',
  'missing-source': '只有一种语言有原文链接。',
}

/** A problem as the interface's language says it: by its code, else as the importer said it. */
export function problemInWords(
  { code, message }: Pick<Problem, 'code' | 'message'>,
  language: Language,
): string {
  const words = language === 'zh' ? chinese[code] : undefined
  if (words === undefined) return message
  const quoted = /"([^"]+)"/u.exec(message)?.[1]
  return quoted === undefined ? words : `${words}“${quoted}”`
}

/** Where in the document. */
export function placeInWords(place: Place, language: Language): string {
  const isChinese = language === 'zh'
  if ('line' in place) return isChinese ? `第 ${place.line} 行` : `line ${place.line}`
  if ('page' in place) return isChinese ? `第 ${place.page} 页` : `page ${place.page}`
  return isChinese ? `第 ${place.paragraph} 段` : `paragraph ${place.paragraph}`
}
