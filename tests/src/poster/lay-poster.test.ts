import type { Item } from '#shared/newsletter/issue'
import { drawPoster } from '../../../src/poster/draw-poster'
import { layPoster, POSTER_WIDTH } from '../../../src/poster/lay-poster'
import { palettes, type Scheme } from '../../../src/poster/palettes'
import { posterOf } from '../../../src/poster/poster'
import { anIssue, anItem } from '../../support/an-issue'
import { isWithin, overlap, recordedContext } from '../drawing/recorded-context'

const titles: Record<string, string> = {
  'one Chinese character': '法',
  'an usual Chinese title': '全国人大常委会法工委：个人信息保护法草案二审稿公开征求意见',
  'a long Chinese title': '《深圳经济特区数据暂行条例（草案）》首提“数据权益”，'.repeat(12),
  'one English word': 'Law',
  'an usual English title': 'Financial Regulators Summon Ant Group over Personal Data',
  'a long English title': 'Standards on the Security of Second-hand Devices Are Published. '.repeat(8),
  'a word without end': 'x'.repeat(2000),
  'two thousand Chinese characters': '数据'.repeat(1000),
  emoji: '👨‍👩‍👧‍👦🇨🇳👍🏽'.repeat(60),
  'marks heaped up': `Z${'\u0351\u0301\u0308'.repeat(40)}algo`.repeat(20),
  'closing marks only': '。！？'.repeat(300),
}

const schemes: readonly Scheme[] = ['light', 'dark']
const picture = {}

/** A poster as it was drawn, of an issue whose every title is one text. */
function drawn(title: string, scheme: Scheme) {
  const language = /^[ -~]*$/u.test(title) ? 'en' : 'zh'
  const item = (number: number): Item =>
    anItem({ title: { zh: `${number}${title}`, en: `${number}${title}` } })
  const issue = anIssue({
    publication: { zh: `立方${title}`, en: `NEWS ${title}` },
    series: { title: { zh: `周报${title}`, en: `Weekly ${title}` }, number: 999_999 },
    number: 999_999,
    sections: [{ title: { zh: '要闻', en: 'News' }, items: [1, 2, 3, 4].map(item) }],
  })
  const poster = posterOf(issue, language)
  const record = recordedContext()
  const layout = layPoster(record.context, poster)
  drawPoster(record.context, layout, picture, scheme)
  return { ...record, poster, layout }
}

describe.each(schemes)('a poster in the %s scheme', (scheme) => {
  it.each(Object.entries(titles))('has each text once and whole, or cut with an ellipsis: %s', (_, title) => {
    const { poster, layout, lines } = drawn(title, scheme)
    const { publication, runningNumber, series, edition, headlines, scan, about, firm } = poster
    const texts = [publication, runningNumber ?? '', series, edition, ...headlines, scan, about, firm]
    const blocks = [...layout.masthead, ...layout.headlines, ...layout.notes]
    expect(lines.map(({ text }) => text)).toEqual(blocks.flatMap((block) => block.lines))
    expect(blocks).toHaveLength(texts.length)
    for (const [index, text] of texts.entries()) {
      const shown = (blocks[index]?.lines ?? []).join('').replace(/\s/gu, '')
      const whole = text.replace(/\s/gu, '')
      if (shown !== whole) expect(whole.startsWith(shown.replace(/…$/u, ''))).toBe(true)
      if (shown !== whole) expect(shown.endsWith('…')).toBe(true)
    }
  })

  it.each(Object.entries(titles))('has every line within its box, and none upon another: %s', (_, title) => {
    const { layout, lines, pictures } = drawn(title, scheme)
    const page = { x: 0, y: 0, width: POSTER_WIDTH, height: layout.height }
    const blocks = [...layout.masthead, ...layout.headlines, ...layout.notes]
    const boxes = [...blocks.map(({ box }) => box), layout.code]
    for (const [index, box] of boxes.entries()) {
      expect(isWithin(box, page)).toBe(true)
      for (const other of boxes.slice(index + 1)) expect(overlap(box, other)).toBe(false)
      for (const { box: rule } of layout.rules) expect(overlap(box, rule)).toBe(false)
    }
    const boxOfLines = blocks.flatMap(({ box, lines }) => lines.map(() => box))
    for (const [index, line] of lines.entries()) {
      const box = boxOfLines[index]
      expect(box && isWithin(line.box, box)).toBe(true)
      // What is heaped upon a character is cut where the next text begins.
      expect(line.clip).toMatchObject({ y: box?.y, height: box?.height })
    }
    expect(pictures.map(({ box }) => isWithin(box, layout.code))).toEqual([true])
  })

  it('has the colours of the scheme, and white behind the code', () => {
    const { rects, lines, layout, calls } = drawn('法', scheme)
    const { paper, ink, seal } = palettes[scheme]
    expect(rects[0]).toEqual({
      colour: paper,
      box: { x: 0, y: 0, width: POSTER_WIDTH, height: layout.height },
    })
    expect(rects.at(-1)).toEqual({ colour: '#ffffff', box: layout.code })
    expect(calls.at(-1)).toBe('picture')
    expect(lines.map(({ colour }) => colour)).toEqual(expect.arrayContaining([ink, seal]))
  })
})

describe('the headlines of a poster', () => {
  it('are whole, whatever an editor usually writes', () => {
    for (const name of ['an usual Chinese title', 'an usual English title']) {
      const { headlines } = drawn(titles[name] ?? '', 'light').layout
      expect(headlines.flatMap(({ lines }) => lines).join('')).not.toContain('…')
    }
  })

  it('are as large as their room allows', () => {
    const sizes = ['法', titles['a long Chinese title'] ?? ''].map(
      (title) => drawn(title, 'light').layout.headlines[0]?.size,
    )
    expect(sizes).toEqual([32, 22])
  })

  it('are those that there are, in the other language where one is missing', () => {
    const items = [
      anItem({ title: { zh: null, en: 'Only English' } }),
      anItem({ title: { zh: null, en: null } }),
    ]
    const issue = anIssue({ sections: [{ title: { zh: '要闻', en: 'News' }, items }], number: null })
    const poster = posterOf(issue, 'zh')
    expect(poster.headlines).toEqual(['Only English'])
    expect(layPoster(recordedContext().context, poster).headlines).toHaveLength(1)
  })
})
