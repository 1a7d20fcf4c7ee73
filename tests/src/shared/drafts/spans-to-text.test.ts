import fc from 'fast-check'
import { joinSpans } from '#shared/drafts/join-spans'
import { spansToText } from '#shared/drafts/spans-to-text'
import { textToSpans } from '#shared/drafts/text-to-spans'
import { anySpan } from '../../../support/any-draft'

describe('a paragraph as plain text', () => {
  it('shows emphasis between stars and links in brackets', () => {
    const spans = [
      { text: '依据 ' },
      { text: 'Data Security Law', emphasis: true as const },
      { text: '，见' },
      { text: '公告', href: 'https://www.cac.gov.cn/' },
    ]
    expect(spansToText(spans)).toBe('依据 *Data Security Law*，见[公告](https://www.cac.gov.cn/)')
    expect(textToSpans(spansToText(spans))).toEqual(spans)
  })

  it('keeps emphasis within a link', () => {
    const href = 'https://example.com/'
    const spans = [
      { text: 'see the ', href },
      { text: 'Law', emphasis: true as const, href },
    ]
    expect(spansToText(spans)).toBe('[see the *Law*](https://example.com/)')
    expect(textToSpans(spansToText(spans))).toEqual(spans)
  })

  it.each(['5 * 3 * 2 = 30', '[2021] EWHC 12 (Ch)', 'C:\\data', 'a * b', '第5条（一）[注]', '**'])(
    'writes %s as it is',
    (text) => {
      expect(spansToText([{ text }])).toBe(text)
      expect(textToSpans(text)).toEqual([{ text }])
    },
  )

  it.each([
    ['*unfinished', '*unfinished'],
    ['[words](https://', '[words](https://'],
    ['[words]', '[words]'],
    ['[words](javascript:alert(1))', '[words](javascript:alert(1))'],
    ['[words](data:text/html,x)', '[words](data:text/html,x)'],
    ['[](https://example.com/)', '[](https://example.com/)'],
    ['\\*no emphasis\\*', '*no emphasis*'],
    ['\\[no link](https://example.com/)', '[no link](https://example.com/)'],
  ])('reads %s as text', (typed, text) => {
    expect(textToSpans(typed)).toEqual([{ text }])
  })

  it('reads an address with brackets in it to its end', () => {
    expect(textToSpans('[a](https://example.com/a_(b))!')).toEqual([
      { text: 'a', href: 'https://example.com/a_(b)' },
      { text: '!' },
    ])
  })

  it('is nothing for nothing', () => {
    expect(textToSpans('')).toEqual([])
    expect(spansToText([])).toBe('')
  })

  it('loses nothing of any paragraph', () => {
    fc.assert(
      fc.property(fc.array(anySpan, { maxLength: 6 }), (spans) => {
        expect(textToSpans(spansToText(spans))).toEqual(joinSpans(spans))
      }),
      { numRuns: 2_000 },
    )
  })

  it('reads whatever is typed, and reads what it would write of it the same again', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', '*', '[', ']', '(', ')', '\\', ' ', 'http://x.y') }),
        (typed) => {
          const spans = textToSpans(typed)
          expect(textToSpans(spansToText(spans))).toEqual(spans)
        },
      ),
      { numRuns: 2_000 },
    )
  })
})
