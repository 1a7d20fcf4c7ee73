import { importDocument } from '#core/importer/import-document'
import { readDocx } from '#core/importer/read/docx/read-docx'
import { buildDocx, part, type WordFile } from '../../../../fixtures/importer/docx/build-docx'
import { styles } from '../../../../fixtures/importer/docx/styled-documents'
import { wholeNewsletter } from '../../../../fixtures/importer/docx/whole-newsletter'
import {
  BOLD,
  BR,
  ITALIC,
  link,
  numbered,
  p,
  r,
  size,
  styled,
  table,
  textBox,
  type Xml,
} from '../../../../fixtures/importer/docx/word'

/** Each block as one line: what it is, its number and its text, emphasis between strokes, links in brackets. */
async function linesOf(file: WordFile): Promise<string[]> {
  const { blocks, problems } = await readDocx(buildDocx(file))
  expect(problems).toEqual([])
  return blocks.map(({ kind, rank, marker, spans }) => {
    const text = spans.map((span) => {
      const written = span.emphasis ? `_${span.text}_` : span.text
      return span.href === undefined ? written : `[${written}](${span.href})`
    })
    return [kind + (rank ?? ''), marker, text.join('')].filter(Boolean).join(' ')
  })
}

const withStyles = (body: Xml, ...all: Parameters<typeof styles>[0]): WordFile => ({
  body,
  parts: { styles: styles(all) },
})

describe('readDocx', () => {
  it.each([
    ['Heading 1', 'heading1'],
    ['heading 3', 'heading3'],
    ['标题 2', 'heading2'],
    ['标题2', 'heading2'],
    ['三级标题', 'heading3'],
    ['Title', 'heading1'],
    ['副标题', 'heading2'],
    ['标题 1 Char', 'heading1'],
    ['小标题说明', 'paragraph'],
    ['TOC Heading', 'paragraph'],
  ])('takes the style %s for %s', async (name, kind) => {
    expect(await linesOf(withStyles(styled('s', r('题目')), { id: 's', name }))).toEqual([`${kind} 题目`])
  })

  it('takes the level of the outline from the paragraph, else from its style, else from what that is based on', async () => {
    const level = (value: number): Xml => `<w:outlineLvl w:val="${value}"/>`
    const file = withStyles(
      styled('a', r('甲')) +
        styled('b', r('乙')) +
        styled('b', r('丙'), level(4)) +
        styled('a', r('丁'), level(9)),
      { id: 'a', name: '栏目', paragraph: level(1) },
      { id: 'b', name: '栏目二', basedOn: 'a' },
    )
    expect(await linesOf(file)).toEqual(['heading2 甲', 'heading2 乙', 'heading5 丙', 'paragraph 丁'])
  })

  it('ranks larger lines by their size, where no styles say what a heading is', async () => {
    const text = p(r('正文里的文字要比题目多得多，这样才看得出哪一种字号是正文。'.repeat(3)))
    const file = withStyles(p(r('甲', size(22))) + p(r('乙', size(14))) + text + p(r('丙', size(11))))
    expect((await linesOf(file)).map((line) => line.split(' ')[0])).toEqual([
      'heading1',
      'heading2',
      'paragraph',
      'paragraph',
    ])
  })

  it('takes emphasis from the run, from its style and from the paragraph’s style, of which two cancel each other', async () => {
    const character = `<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/><w:rPr>${BOLD}</w:rPr></w:style>`
    const all = styles([
      { id: 'n', name: 'Normal', isUsual: true },
      { id: 'lead', name: '导语', look: BOLD },
    ]).replace('</w:styles>', `${character}</w:styles>`)
    const strong = '<w:rStyle w:val="Strong"/>'
    const body =
      p(r('a') + r('b', ITALIC) + r('c', strong)) +
      styled('lead', r('d') + r('e', strong) + r('f', '<w:b w:val="0"/>'))
    expect(await linesOf({ body, parts: { styles: all } })).toEqual(['paragraph a_bc_', 'paragraph _d_ef'])
  })

  it('counts lists as Word does, level by level, and anew where a list starts anew', async () => {
    const level = (at: number, format: string, text: string): Xml =>
      `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`
    const numbering = part(
      'numbering',
      `<w:abstractNum w:abstractNumId="0">${level(0, 'chineseCounting', '%1、')}${level(1, 'decimal', '%1.%2')}${level(2, 'bullet', '•')}</w:abstractNum>` +
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>',
    )
    const entries: [string, number, number][] = [
      ['甲', 1, 0],
      ['乙', 1, 1],
      ['丙', 1, 1],
      ['丁', 1, 2],
      ['戊', 1, 0],
      ['己', 1, 1],
      ['庚', 2, 0],
      ['辛', 0, 0],
    ]
    const body = entries.map(([text, list, at]) => p(r(text), numbered(list, at))).join('')
    expect(await linesOf({ body, parts: { numbering } })).toEqual([
      'list-item 一、 甲',
      'list-item 一.1 乙',
      'list-item 一.2 丙',
      'list-item 丁',
      'list-item 二、 戊',
      'list-item 二.1 己',
      'list-item 一、 庚',
      'paragraph 辛',
    ])
  })

  it('reads a text box once, after the paragraph that it hangs on, also one that only new Word can show', async () => {
    const inBoth = textBox(p(r('框')))
    const inNewOnly = inBoth.replace(
      /<mc:Fallback>.*<\/mc:Fallback>/su,
      '<mc:Fallback><w:pict/></mc:Fallback>',
    )
    const inOldOnly = inBoth.replace(/<mc:Choice .*<\/mc:Choice>/su, '')
    const body = [inBoth, inNewOnly, inOldOnly].map((box) => p(r('段') + box)).join('')
    expect(await linesOf({ body })).toEqual(Array(3).fill(['paragraph 段', 'paragraph 框']).flat())
  })

  it('reads a table row by row, one in another with its cell', async () => {
    const inner = table([[p(r('二')), p(r('三'))]])
    const body = table([
      [p(r('一')), inner + p('')],
      [p(r('四')), p(r('五'))],
    ])
    expect((await linesOf({ body })).join()).toBe(
      'paragraph 一,paragraph 二,paragraph 三,paragraph 四,paragraph 五',
    )
  })

  it('keeps lines, links and a rule across the page', async () => {
    const links = new Map<string, string>()
    const rule = '<w:r><w:pict><v:rect o:hr="t"/></w:pict></w:r>'
    const border = '<w:pBdr><w:bottom w:val="single" w:sz="6"/></w:pBdr>'
    const body =
      p(r('上') + BR + r('下')) +
      p(rule) +
      p(link('https://news.example/1?a=1&b=2', '更多', links)) +
      p('', border) +
      p(`<w:hyperlink w:anchor="_Toc1">${r('内')}</w:hyperlink>`)
    expect(await linesOf({ body, links })).toEqual(
      [
        'paragraph 上\n下',
        'rule ',
        'paragraph [更多](https://news.example/1?a=1&b=2)',
        'rule ',
        'paragraph [内](#_Toc1)',
      ].map((line) => line.trim()),
    )
  })

  it('says below which paragraph a whole document is embedded', async () => {
    const { problems } = await readDocx(
      buildDocx({ body: `${p(r('前'))}${p('')}${p(r('中'))}<w:altChunk r:id="rId9"/>${p(r('后'))}` }),
    )
    expect(problems).toEqual([
      expect.objectContaining({ code: 'embedded-document-left-out', place: { paragraph: 2 } }),
    ])
  })

  it('knows a section by its automatic number alone', async () => {
    const list = (id: number, format: string, text: string): Xml =>
      `<w:abstractNum w:abstractNumId="${id}"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl></w:abstractNum>`
    const num = (id: number): Xml => `<w:num w:numId="${id}"><w:abstractNumId w:val="${id}"/></w:num>`
    const numbering = part(
      'numbering',
      list(1, 'chineseCounting', '%1、') + list(2, 'decimal', '%1.') + num(1) + num(2),
    )
    const links = new Map<string, string>()
    const body = wholeNewsletter({
      makeLink: (address, text) => link(address, text, links),
      section: ({ items }) => p(r(items.length > 1 ? '数据跨境' : '人工智能', BOLD), numbered(1)),
      title: ({ title }) => p(r(title, BOLD), numbered(2)),
    })
    const { issue } = await importDocument(buildDocx({ body, links, parts: { numbering } }))
    expect(issue?.sections.map(({ title, items }) => [title.zh, items.length])).toEqual([
      ['数据跨境', 2],
      ['人工智能', 1],
    ])
  })
})
