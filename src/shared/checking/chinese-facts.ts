import { takeChineseDates } from './chinese-dates'
import { CHINESE_NUMBER, chineseNumber } from './chinese-number'
import { CHINESE_CURRENCY, chineseCurrency } from './currencies'
import { aDuration } from './duration'
import { aNumber, type Fact, type NumberContent, type Strength } from './fact'
import { FactScan } from './fact-scan'
import { takeCodes } from './take-codes'
import { takePrefixedAmounts } from './take-prefixed-amounts'
import { takeChineseTimes } from './take-times'

const NUMBER = CHINESE_NUMBER
const ENUMERATION = /[（(]([一二三四五六七八九十]{1,3}|\d{1,3})[)）]/g
const PLAN = /(十[一二三四五六七八九])([三五])(?=规划|计划|期间|时期|”|"|末|以来)/g
/** Days that are called by their date: 双十一, 3·15. */
const NAMED_DAY = /双十[一二]|双1[12]|\d{1,2}·\d{1,2}(?=$|[^\d])/g
const THIRD_PARTY = /第[二三](?:方|人|国|者)/g
const PERCENT = new RegExp(`百分之(${NUMBER})|(${NUMBER})[余多]?(?:%|个百分点)`, 'g')
const TENTHS = /([一二三四五六七八九])成(?=$|[，。、；的以左多用受企人](?!员))/g
const FRACTION = new RegExp(`(${NUMBER})分之(${NUMBER})`, 'g')
const YEAR_AND_HALF = new RegExp(`(${NUMBER})年半`, 'g')
const HALF_YEAR = /半年/g
const AMOUNT = new RegExp(`(${NUMBER})[余多]?(?:个)?(${CHINESE_CURRENCY})`, 'g')
const ORDINAL = new RegExp(`第(${NUMBER})([条章款项号节编届])?`, 'g')
const VERSION = /\d{1,6}(?:\.\d{1,6}){2,5}/g
const LENGTH = new RegExp(
  `(${NUMBER})(余|多)?(个月|年|个?周(?!岁)|个?星期|天|日|个?小时|个工作日|工作日)`,
  'g',
)
const PLAIN = new RegExp(`(${NUMBER})([余多])?`, 'g')

const ABOUT = /[数几上成好若]$/
const MEASURED =
  /^(?:[余多]?(?:部门|国家|成员国|分钟|季度|周岁|[家个名人起项种类条章款节件份部次届批期倍所位套座台辆门级大省市州县区岁篇步轮场宗只户组层道册张者])|[余多])/

/** What of a Chinese text a translation has to keep: dates, times, amounts and other numbers. */
export function chineseFacts(text: string): Fact[] {
  const scan = new FactScan(narrow(text))
  takePrefixedAmounts(scan)
  takeCodes(scan)
  scan.take(ENUMERATION, ([, written = '']) => faint(written))
  scan.take(PLAN, ([, plan = '', years = '']) => [...faint(plan), ...faint(years)])
  scan.take(NAMED_DAY, () => [])
  scan.take(THIRD_PARTY, () => [])
  takeChineseDates(scan)
  takeChineseTimes(scan)
  takeShares(scan)
  takeCounts(scan)
  return scan.facts()
}

function takeShares(scan: FactScan): void {
  scan.take(PERCENT, ([, words, figures]) => {
    const read = chineseNumber(words ?? figures ?? '')
    return read && [aNumber(read.value, { unit: '%' })]
  })
  scan.take(TENTHS, ([, tenths = '']) => {
    const read = chineseNumber(tenths)
    return read && [aNumber(read.value * 10, { unit: '%', strength: 'faint' })]
  })
  scan.take(FRACTION, ([, below = '', above = '']) => {
    const upper = chineseNumber(above)
    const lower = chineseNumber(below)
    return upper && lower && [aNumber(upper.value / lower.value, { unit: 'fraction' })]
  })
}

function takeCounts(scan: FactScan): void {
  scan.take(VERSION, ([version = '']) => [aNumber(Number.NaN, { unit: version })])
  scan.take(ORDINAL, ([, written = '', unit]) => {
    const read = chineseNumber(written)
    if (!read) return null
    const isFirm = /\d/.test(written) || (unit && /[条章款号编]/.test(unit)) || read.value >= 3
    return [aNumber(read.value, { strength: isFirm ? 'firm' : 'faint' })]
  })
  scan.take(YEAR_AND_HALF, ([, written = '']) => {
    const read = chineseNumber(written)
    return read && [aNumber(read.value * 12 + 6, { unit: 'month' })]
  })
  scan.take(HALF_YEAR, () => [
    aNumber(6, { unit: 'month', strength: 'faint' }),
    aNumber(6, { strength: 'faint' }),
  ])
  scan.take(AMOUNT, ([, written = '', currency = ''], before) => {
    const read = chineseNumber(written)
    if (!read || ABOUT.test(before)) return []
    return [aNumber(read.value, { unit: chineseCurrency(currency), scale: read.scale })]
  })
  scan.take(LENGTH, ([, written = '', more, measure = ''], before) => {
    const read = chineseNumber(written)
    if (!read || ABOUT.test(before)) return []
    const day = measure === '日' && !more ? read.value : null
    return [aDuration(read.value, measure.replace('个工作日', '工作日'), day)]
  })
  scan.take(PLAIN, ([, written = '', more], before, after) =>
    readPlain(written, before, `${more ?? ''}${after}`),
  )
}

function readPlain(written: string, before: string, after: string): NumberContent[] {
  const read = chineseNumber(written)
  if (!read || ABOUT.test(before)) return []
  const { value, scale } = read
  if (/\d/.test(written)) return [aNumber(value, { strength: value === 1 ? 'faint' : 'firm', scale })]
  // A character such as 三 or 万 is as often part of a name: only what is counted with it is a number.
  const isCounted = MEASURED.test(after)
  const isLong = written.length > 1 && /[二三四五六七八九十][百千万亿]|十/.test(written)
  if (!isCounted && !isLong) return []
  return [aNumber(value, { strength: strengthOf(written, value), scale })]
}

function strengthOf(written: string, value: number): Strength {
  if (value < 2 || /^[百千万亿]/.test(written)) return 'faint'
  return value > 10 ? 'firm' : 'soft'
}

function faint(written: string): NumberContent[] {
  const read = chineseNumber(written)
  return read ? [aNumber(read.value, { strength: 'faint' })] : []
}

/** Figures and signs typed in full width, one for one, so that places stay the same. */
function narrow(text: string): string {
  return text
    .replace(/[０-９％．]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
    .replace(/(\d)，(?=\d{3}(?!\d))/g, '$1,')
}
