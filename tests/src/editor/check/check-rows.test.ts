import { checkItem } from '#shared/checking/check-item'
import type { DraftItem } from '#shared/drafts/draft-issue'
import { checkRows } from '../../../../src/editor/check/check-rows'
import { markInWords } from '../../../../src/editor/check/mark-in-words'
import { checkWordsIn } from '../../../../src/editor/words-check'
import { anItem, aParagraph } from '../../../support/an-issue'

const item = (fields: Partial<DraftItem>): DraftItem => ({ key: 'k1', ...anItem(), ...fields })

test('puts the n-th paragraphs beside each other, and what one language lacks is empty', () => {
  const { rows } = checkRows(
    item({ body: { zh: [aParagraph('一'), aParagraph('二')], en: [aParagraph('One')] } }),
    [],
    [],
  )
  expect(rows.map(({ part, zh, en }) => [part, zh.paragraph?.[0]?.text, en.paragraph?.[0]?.text])).toEqual([
    ['title', '数据安全法草案公开征求意见', 'Draft Data Security Law Open for Comment'],
    [0, '一', 'One'],
    [1, '二', undefined],
  ])
})

test('says every mark once, where it belongs', () => {
  const checked = item({
    title: { zh: '处罚3100起', en: 'Penalties in 3,200 Cases' },
    body: {
      zh: [aParagraph('共有9700人。'), aParagraph('到2021年为止。'), aParagraph('以后再说。')],
      en: [aParagraph('There were 9,800 people until 2021.')],
    },
  })
  const marks = checkItem(checked)
  expect(marks.length).toBeGreaterThan(1)
  const { rows, rest } = checkRows(checked, marks, marks)
  const said = [...rows.map((row) => row.marks), rest].flat()
  expect(said).toHaveLength(marks.length)
  expect(new Set(said)).toEqual(new Set(marks))
  const [title] = rows
  expect(title?.zh.lit.map(({ text }) => text)).toContain('3100')
})

test('lights no mark that was found right', () => {
  const checked = item({ title: { zh: '处罚3100起', en: 'Penalties in 3,200 Cases' } })
  const marks = checkItem(checked)
  const { rows } = checkRows(checked, marks, [])
  expect(rows.flatMap(({ zh, en }) => [...zh.lit, ...en.lit])).toEqual([])
})

test('says what looks wrong in words, in either language of the interface', () => {
  const checked = item({
    title: { zh: '处罚3100起', en: 'Penalties in 3,200 Cases' },
    source: { zh: null, en: null },
  })
  const mark = checkItem(checked).find(({ part }) => part === 'title')
  if (!mark) throw new Error('Nothing is marked.')
  expect(markInWords(mark, checked, checkWordsIn('zh'))).toMatch(/^数字不一致：中文“3100.*英文“3,200/u)
  expect(markInWords(mark, checked, checkWordsIn('en'))).toMatch(/^The numbers do not agree: “3100.*“3,200/u)
})

test.each([
  ['section', 'en', '栏目缺英文名', 'The section has no English name'],
  ['title', 'en', '缺英文标题', 'The English title is missing'],
  ['body', 'zh', '缺中文正文', 'The Chinese text is missing'],
  ['item', 'en', '缺英文', 'The English half is missing'],
  ['source', 'en', '缺英文的原文链接', 'The English source link is missing'],
] as const)('names the %s that is missing in %s', (part, lacking, zh, en) => {
  const mark = { id: 'x', item: 'k1', kind: 'missing', part, zh: null, en: null, in: lacking } as const
  expect(markInWords(mark, item({}), checkWordsIn('zh'))).toBe(zh)
  expect(markInWords(mark, item({}), checkWordsIn('en'))).toBe(en)
})
