/** `1、` `一、` `（二）` `3.` `IV.` `①` before a title; `2.5 million` and `3100余起` are no numbering. */
const NUMBERING =
  /^\s*(?:[（(]\s*(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s*[)）]|第?[一二三四五六七八九十]{1,3}\s*[、.．]|\d{1,2}\s*(?:[、．)）]|\.(?!\d))|[IVX]{1,4}[.、．](?=\s|\p{Script=Han})|[①-⑳])\s*/u

export function withoutNumbering(title: string): string {
  const bare = title.replace(NUMBERING, '')
  return bare.trim() === '' ? title : bare
}

/** The kind of numbering decides what is a section: `一、` over `1.`. */
export type Numbering = { value: number | null; style: 'arabic' | 'chinese' | 'roman' | null }

export function numberingOf(title: string): Numbering {
  const mark = NUMBERING.exec(title)?.[0] ?? ''
  const arabic = /\d+/u.exec(mark)
  if (arabic) return { value: Number(arabic[0]), style: 'arabic' }
  const chinese = /[一二三四五六七八九十]+/u.exec(mark)
  if (chinese) return { value: chineseNumber(chinese[0]), style: 'chinese' }
  const roman = /[IVX]+/u.exec(mark)
  return { value: roman ? ROMAN.indexOf(roman[0]) + 1 || null : null, style: roman ? 'roman' : null }
}

const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII']
const DIGITS = '零一二三四五六七八九'

/** 三十九 → 39, 一百零四 → 104, 二〇四 → 204; null for what is no number. */
export function chineseNumber(written: string): number | null {
  const text = written.replace(/〇/gu, '零')
  if (!/[十百]/u.test(text)) return digitsOf(text)
  let total = 0
  let digit: number | null = null
  for (const character of text) {
    const unit = character === '百' ? 100 : character === '十' ? 10 : 0
    if (unit > 0) {
      total += (digit ?? 1) * unit
      digit = null
    } else {
      digit = DIGITS.indexOf(character)
      if (digit < 0) return null
    }
  }
  return total + (digit ?? 0) || null
}

function digitsOf(text: string): number | null {
  const digits = [...text].map((character) => DIGITS.indexOf(character))
  return digits.includes(-1) ? null : Number(digits.join('')) || null
}

/** What makes two spellings the same title: letters and digits only, whatever their width and case. */
export function titleKey(title: string): string {
  return withoutNumbering(title)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
}
