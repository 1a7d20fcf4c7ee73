import type { Language } from '#shared/newsletter/bilingual'
import type { Place, Problem } from '#shared/newsletter/problem'

/** What the importer says in English, by its code; what the document itself says is quoted after it. */
const chinese: Readonly<Record<string, string>> = {
  'paragraph-too-long': '有一段长得不像话，这不像是一份周报。',
  'too-many-lines': '行数太多，这不像是一份周报。',
  'nested-too-deep': '引用或列表层层套得太深，这不像是一份周报。',
  'too-large': '文件超过 20 MB。请缩小其中的图片后再选。',
  'too-large-inside': '文件解开之后大得不像一份周报。请在 Word 中把内容复制到新文档后再选。',
  encrypted: '文档设有密码。请在 Word 中去掉密码，另存为 .docx 后再选。',
  'other-format': '这不是能读的格式。请在 Word 中另存为 .docx，或选择 PDF、Markdown 文件。',
  'not-utf8': '文字不是 UTF-8 编码，请另存为 UTF-8 后再选。',
  'not-text': '文字不是 UTF-8 编码，请另存为 UTF-8 后再选。',
  unreadable: '文档已损坏，或者不是它的名字所说的那种文件。请重新保存后再选。',
  damaged: '文档已损坏或不完整。请用 Word 打开，重新保存为 .docx 后再选。',
  'unsafe-xml': '文件里有 Word 文档不会有的声明。请用 Word 打开，重新保存为 .docx 后再选。',
  'pdf-damaged': 'PDF 已损坏。请重新导出，或选择它所出自的 Word 文件。',
  'pdf-truncated': 'PDF 不完整，保存或发送时断了。请对方重发，或重新导出后再选。',
  'pdf-encrypted': 'PDF 设有密码。请另存一份没有密码的再选。',
  'pdf-scanned': '这份 PDF 只有扫描的图片，没有文字。请选择 Word 文件，或由 Word 导出的 PDF。',
  'pdf-characters-unknown': '这份 PDF 认不出文字。请选择它所出自的 Word 文件。',
  'pdf-too-long': 'PDF 太长，不像是一份周报。请选择只含这一期的 PDF。',
  'pdf-unpacks-too-large': 'PDF 解开之后大得不像一份周报。请从原来的软件重新导出后再选。',
  'too-much-text': '文字太多，一期装不下。请分成几份文档再选。',
  'too-much-time': '读了太久，已经停下。请把文字复制到新文档后再选。',
  'too-much-memory': '文档太占内存，读不下去。请缩小其中的图片，或把文字复制到新文档后再选。',
  'broke-off': '读到一半断了，什么也没有留下。请再选一次；仍然不行，就重新保存文档后再选。',
  'no-file': '文档没有传到。请再选一次。',
  'not-fetched': '暂时取不到文档。请过一分钟再选一次。',
  'other-file': '传到的文件比所选的大。请再选一次。',
  'too-late': '读取耽搁太久，什么也没有留下。请再选一次。',
  'not-stored': '草稿没有存成。请再选一次。',
  empty: '文档里没有文字。',
  'not-a-newsletter': '没有认出刊头和条目，这不像是一份周报。',
  'invalid-issue': '文档里的内容做不成一期，请检查哪些标题是栏目。',
  'settings-left-out': '首行之前的设置没有收入。',
  'code-left-out': '一段代码没有收入。',
  'html-left-out': '一段网页代码没有收入。',
  'table-left-out': '一个表格没有收入。',
  'footnote-left-out': '一个脚注没有收入。',
  'image-left-out': '一张图片没有收入：各期只有文字。',
  'comment-left-out': '一条批注没有收入。',
  'hidden-text-left-out': '隐藏的文字没有收入。',
  'formula-left-out': '一个公式没有收入，请写成文字。',
  'embedded-document-left-out': '嵌在这里的一份文档没有收入，请把它的文字复制进来。',
  'macros-left-out': '文档带有宏，没有收入，只读了文字。',
  'running-head-left-out': '几页上同一位置的文字当作页眉，没有收入。',
  'skewed-text-left-out': '斜排或竖排的文字没有收入。',
  'pdf-part-damaged': 'PDF 有一部分已损坏，请核对有没有缺字。',
  'character-unknown': '有一个字认不出，请核对。',
  'hyphen-unsure': '行末的连字符去留不能确定，请核对。',
  'paragraph-unsure': '上一页写满了，这里当作同一段，请核对。',
  'text-left-out': '有一段文字不知放在哪里，没有收入。',
  'text-after-source': '这段文字在原文链接之后，也许属于另一条。',
  'link-left-out': '一个链接没有收入。',
  'second-source': '第二个原文链接没有收入。',
  'source-without-address': '原文链接没有网址，已留空。',
  'contents-unmatched': '目录里有一条，正文中没有找到。',
  'contents-differ': '目录与正文不一致。',
  'pairing-unclear': '不能确定这一条的中文与英文是否相配，请核对。',
  'title-not-listed': '目录里没有这个标题，当作上文的一行。',
  'title-joined': '连着的两个标题合成了一个。',
  'dates-differ': '刊头的日期不止一个。',
  'numbers-differ': '刊头的期号不一致。',
  'number-unclear': '只有一个期号，不能确定是总期号还是系列的期号。',
  'missing-month': '刊头没有年月，请在文档里写上，如 2021年1月。',
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
  'more-problems': '后面还有疑点，没有一一列出。请把余下的看一遍，或改好文档后重新导入。',
}

/** Where the importer quotes what only a machine can read: an address within the document. */
const english: Readonly<Record<string, string>> = {
  'source-without-address': 'The source has no web address and is left empty.',
}

/** A problem as the interface's language says it: by its code, else as the importer said it. */
export function problemInWords(
  { code, message }: Pick<Problem, 'code' | 'message'>,
  language: Language,
): string {
  const words = (language === 'zh' ? chinese : english)[code]
  if (words === undefined) return message
  const quoted = /"([^"]+)"/u.exec(message)?.[1]
  if (quoted === undefined) return words
  return language === 'zh' ? `${words}“${quoted}”` : `${words} “${quoted}”`
}

/** Where in the document. */
export function placeInWords(place: Place, language: Language): string {
  const isChinese = language === 'zh'
  if ('line' in place) return isChinese ? `第 ${place.line} 行` : `line ${place.line}`
  if ('page' in place) return isChinese ? `第 ${place.page} 页` : `page ${place.page}`
  return isChinese ? `第 ${place.paragraph} 段` : `paragraph ${place.paragraph}`
}

/** What is the matter with a document as a whole has its beginning as the place, where nothing is to be seen. */
export function isAtStart(place: Place): boolean {
  return Object.values(place).every((count) => count === 1)
}
