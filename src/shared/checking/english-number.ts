import { exact } from './fact-scan'
import { MAGNITUDE, magnitudeOf } from './magnitude'

const SMALL = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
]
const TENS = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety']
const ORDINALS = [
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
  'eleventh',
  'twelfth',
  'thirteenth',
  'fourteenth',
  'fifteenth',
  'sixteenth',
  'seventeenth',
  'eighteenth',
  'nineteenth',
]

const FIGURES = '\\d{1,3}(?:,\\d{3}){1,6}(?:\\.\\d{1,12})?|\\d{1,18}(?:\\.\\d{1,12})?'
const WORD = [...SMALL.slice(1), ...TENS, MAGNITUDE].sort((a, b) => b.length - a.length).join('|')

/** 3,100; 1.2 million; twenty-one; one hundred and five; a million; half a million. */
export const ENGLISH_NUMBER = `(?:(?:${FIGURES})(?:[\\s-](?:${MAGNITUDE})(?![A-Za-z]))?|(?:(?:half )?an? (?:${MAGNITUDE})|(?:${WORD})(?:(?:[\\s-]|\\s{1,4}and\\s{1,4})(?:${WORD})){0,12})(?![A-Za-z]))`

export const ENGLISH_ORDINAL = `(?:(?:${TENS.join('|')})[\\s-])?(?:${ORDINALS.join('|')})|(?:twent|thirt|fort|fift|sixt|sevent|eight|ninet)ieth|hundredth`

/** The value of what `ENGLISH_NUMBER` matches, and what its last word multiplied. */
export function englishNumber(written: string): { value: number; scale: number } {
  let total = 0
  let section: number | null = null
  let scale = 1
  for (const token of written.toLowerCase().match(/\d[\d,.]*|[a-z]+/g) ?? []) {
    if (token === 'and' || token === 'a' || token === 'an') continue
    const magnitude = magnitudeOf(token)
    const isMagnitude = magnitude > 1
    if (!isMagnitude) section = (section ?? 0) + (token === 'half' ? 0.5 : smallValue(token))
    else if (magnitude === 100) section = (section ?? 1) * magnitude
    else {
      total += (section ?? 1) * magnitude
      section = null
    }
    scale = isMagnitude ? magnitude : 1
  }
  return { value: exact(total + (section ?? 0)), scale }
}

/** The value of what `ENGLISH_ORDINAL` matches. */
export function englishOrdinal(written: string): number {
  return written
    .toLowerCase()
    .split(/[\s-]/)
    .reduce((sum, word) => {
      const place = ORDINALS.indexOf(word)
      return sum + (place >= 0 ? place + 1 : smallValue(word.replace(/ieth$/, 'y')))
    }, 0)
}

function smallValue(token: string): number {
  if (/^\d/.test(token)) return Number(token.replace(/,/g, '').replace(/\.$/, ''))
  if (token === 'hundredth') return 100
  const tens = TENS.indexOf(token)
  return tens >= 0 ? (tens + 2) * 10 : SMALL.indexOf(token)
}
