import type { Language } from '#shared/newsletter/bilingual'

/** Long enough to be sure, short enough to cost nothing. */
const SAMPLE = 2000
const MAX_QUOTED = 80
const QUOTED = new RegExp(
  [
    ['“', '”'],
    ['‘', '’'],
    ['"', '"'],
    ['《', '》'],
    ['「', '」'],
    ['（', '）'],
    ['\\(', '\\)'],
    ['\\[', '\\]'],
  ]
    .map(([open, close]) => `${open}[^${open}${close}\\n]{0,${MAX_QUOTED}}${close}`)
    .join('|'),
  'gu',
)
const ADDRESS = /(?:https?:\/\/|www\.)[^\s\p{Script=Han}]+/giu
const HAN = /\p{Script=Han}/gu
const STOP = /[、，。；：！？]/gu
const HAN_END = /\p{Script=Han}\s*$/u
const WORD = /\p{Script=Latin}[\p{Script=Latin}'’]*/gu

/**
 * The language that a text is written in, which is not the one that it quotes: quotations, brackets and addresses
 * are set aside first. Null for text without words, such as a number.
 */
export function languageOf(text: string): Language | null {
  const sample = (text.length > SAMPLE ? text.slice(0, SAMPLE) : text).replace(ADDRESS, ' ')
  return weigh(sample.replace(QUOTED, ' ')) ?? weigh(sample)
}

/**
 * Chinese quotes names and English is made of words: words in small letters weigh more. Names in a row with Chinese
 * stops between them or a Chinese end are Chinese, but such stops alone are not: they are often typed in English too.
 */
function weigh(text: string): Language | null {
  const han = text.match(HAN)?.length ?? 0
  let english = 0
  for (const [word] of text.matchAll(WORD)) english += /^(?!vs?$)\p{Ll}/u.test(word) ? 2 : 1
  if (han === 0) return english === 0 ? null : 'en'
  const stops = (text.match(STOP)?.length ?? 0) + (HAN_END.test(text) ? 1 : 0)
  return han + 3 * stops >= english ? 'zh' : 'en'
}

export function hasHan(text: string): boolean {
  return /\p{Script=Han}/u.test(text)
}

export function countWords(text: string): number {
  return text.match(WORD)?.length ?? 0
}
