import fc from 'fast-check'
import { spansToText } from '#shared/drafts/spans-to-text'
import { textToSpans } from '#shared/drafts/text-to-spans'
import { joinTexts, splitText } from '../../../../src/editor/item/split-text'

/** `|` is the cursor. */
function split(marked: string): [string, string] {
  return splitText(marked.replace('|', ''), marked.indexOf('|'))
}
const plain = (text: string) =>
  textToSpans(text)
    .map((span) => span.text)
    .join('')

describe('a paragraph cut at the cursor', () => {
  it.each([
    ['草案公开征求意见。|截止日期为8月1日。', '草案公开征求意见。', '截止日期为8月1日。'],
    ['First sentence. |Second sentence.', 'First sentence.', 'Second sentence.'],
    ['The *Data |Security Law* applies.', 'The *Data*', '*Security Law* applies.'],
    [
      '见[公告|全文](https://www.cac.gov.cn/a)。',
      '见[公告](https://www.cac.gov.cn/a)',
      '[全文](https://www.cac.gov.cn/a)。',
    ],
    ['见[公告](https://www.|cac.gov.cn/a)。', '见[公告](https://www.cac.gov.cn/a)', '。'],
    ['见[公告]|(https://www.cac.gov.cn/a)。', '见[公告](https://www.cac.gov.cn/a)', '。'],
    ['|全文', '', '全文'],
    ['全文|', '全文', ''],
  ])('%s', (marked, before, after) => {
    expect(split(marked)).toEqual([before, after])
  })

  it('loses no letter, whatever is in it and wherever it is cut', () => {
    const span = fc.record(
      {
        text: fc.stringMatching(/^[数a*[\]()\\ ]{1,6}$/u),
        emphasis: fc.constant(true as const),
        href: fc.constant('https://www.cac.gov.cn/'),
      },
      { requiredKeys: ['text'] },
    )
    const bare = (text: string) => plain(text).replace(/\s/gu, '')
    fc.assert(
      fc.property(fc.array(span, { minLength: 1, maxLength: 5 }), fc.nat(60), (spans, cursor) => {
        const text = spansToText(spans)
        const [first, second] = splitText(text, Math.min(cursor, text.length))
        expect(bare(first) + bare(second)).toBe(bare(text))
      }),
    )
  })
})

describe('two paragraphs made one', () => {
  it('keeps a space between English words, and none between Chinese ones', () => {
    expect(joinTexts('First.', 'Second.', 'en')).toBe('First. Second.')
    expect(joinTexts('草案。', '意见。', 'zh')).toBe('草案。意见。')
    expect(joinTexts('', 'Second.', 'en')).toBe('Second.')
  })

  it('makes no emphasis of stars that only meet', () => {
    const joined = joinTexts('5 *', '3* 2', 'zh')
    expect(textToSpans(joined)).toEqual([{ text: '5 *3* 2' }])
  })
})
