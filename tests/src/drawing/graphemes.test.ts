import fc from 'fast-check'
import { graphemesOf } from '../../../src/drawing/graphemes'

const segmenter = new Intl.Segmenter('zh', { granularity: 'grapheme' })
const segmentsOf = (text: string) => [...segmenter.segment(text)].map(({ segment }) => segment)

describe('the characters that readers see', () => {
  it.each([
    ['Chinese, beyond the first plane too', '数据𠮷𣲭'],
    ['accents set as marks', 'e\u0301a\u0308n\u0303'],
    ['marks heaped upon each other', 'Z\u0351\u0301\u0308\u0306\u0303a'],
    ['families, skin tones and keycaps', '👨‍👩‍👧‍👦👍🏽1️⃣❤️'],
    ['flags, also of a part of a country', '🇨🇳🇬🇧🏴󠁧󠁢󠁳󠁣󠁴󠁿🇺🇸'],
    ['Hangul in its parts', '\u1112\u1161\u11ab\u1100\u1173\u11af'],
    ['Arabic and Hebrew with vowels', 'مَرْحَبًا שָׁלוֹם'],
    ['Devanagari, Tamil and Thai', 'दिनों தமிழ் ไทยที่นี้'],
    ['kana with voicing marks', 'か\u3099は\u309a'],
  ])('are told apart in %s', (_, text) => {
    expect(graphemesOf(text)).toEqual(segmentsOf(text))
  })

  it('are never cut, whatever stands beside what', () => {
    // No virama: whether it joins two Indian letters to one character is told in two ways.
    const parts = fc.constantFrom(...'a中 éภา\u0301\u200d👨🏽🇨🇳\ufe0fकिนี้\u1161가', '👩‍🚀', '🏴󠁧󠁢󠁳󠁣󠁴󠁿')
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 12 }), (some) => {
        const text = some.join('')
        const ends = (pieces: string[]) => {
          let end = 0
          return pieces.map((piece) => (end += piece.length))
        }
        const allowed = new Set(ends(segmentsOf(text)))
        expect(graphemesOf(text).join('')).toBe(text)
        expect(ends(graphemesOf(text)).filter((end) => !allowed.has(end))).toEqual([])
      }),
    )
  })
})
