import { exact } from './fact-scan'

const DIGITS = '〇一二三四五六七八九'
const UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000, 万: 10_000, 亿: 100_000_000 }
/** All is bounded: what no number is that long for must not be tried at each of its figures. */
const FIGURES = '\\d{1,3}(?:,\\d{3}){1,6}(?:\\.\\d{1,12})?|\\d{1,18}(?:\\.\\d{1,12})?'
const CHARACTERS = '[〇零一二两三四五六七八九]{1,12}(?:点[〇零一二三四五六七八九]{1,12})?'
const CORE = `(?:${FIGURES}|${CHARACTERS})`

/** 3100, 9,700, 1.2亿, 1亿2000万, 100余万, 三十九, 一千零三十二, 二〇二〇. */
export const CHINESE_NUMBER = `(?:${CORE}|[十百千万亿]${CORE}?)(?:[余多]?[十百千万亿]${CORE}?){0,16}`

/** The value of what `CHINESE_NUMBER` matches, and what its last unit multiplied; null where it is only about that much. */
export function chineseNumber(written: string): { value: number; scale: number } | null {
  const tokens =
    written.replace(/[余多,]/g, '').match(/[\d.]+|[〇零一二两三四五六七八九点]+|[十百千万亿]/g) ?? []
  let total = 0
  let section = 0
  let current: number | null = null
  let scale = 1
  for (const token of tokens) {
    const unit = UNITS[token]
    if (unit === undefined) {
      current = /^\d/.test(token) ? Number(token) : charactersValue(token)
      if (current === null) return null
    } else if (unit < 10_000) {
      section += (current ?? 1) * unit
      current = null
    } else {
      const before = section + (current ?? 0)
      total = unit === 10_000 ? total + (before || 1) * unit : (total + before || 1) * unit
      section = 0
      current = null
    }
    if (unit !== undefined) scale = unit === 100_000_000 && scale === 10_000 ? scale * unit : unit
  }
  return { value: exact(total + section + (current ?? 0)), scale: current === null ? scale : 1 }
}

/** 二〇二〇 is read digit by digit; 三五 and 七八 are "three to five", "seven or eight". */
function charactersValue(token: string): number | null {
  const [whole = '', fraction] = token.split('点')
  const digits = [...whole.replace(/零/g, '〇').replace(/两/g, '二')].map((character) =>
    DIGITS.indexOf(character),
  )
  // 一千零三: the zero only fills a place.
  const significant = digits.length > 1 && digits.length < 4 && digits[0] === 0 ? digits.slice(1) : digits
  if (significant.length > 1 && significant.length < 4 && !significant.includes(0)) return null
  const value = Number(significant.join(''))
  if (fraction === undefined) return value
  return Number(
    `${value}.${[...fraction].map((character) => DIGITS.indexOf(character.replace('零', '〇'))).join('')}`,
  )
}
