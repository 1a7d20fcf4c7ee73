import { CHINESE_NUMBER, chineseNumber } from './chinese-number'
import { ENGLISH_SIGN, englishCurrency } from './currencies'
import { aNumber } from './fact'
import { exact, type FactScan } from './fact-scan'
import { MAGNITUDE, magnitudeOf } from './magnitude'

/** Titles write Million. */
const ANY_CASE = MAGNITUDE.replace(/\b[a-z]/g, (letter) => `[${letter}${letter.toUpperCase()}]`)

const AMOUNT = new RegExp(
  `(${ENGLISH_SIGN}|人民币)\\s?(?:(\\d[\\d,]{0,24}(?:\\.\\d{1,12})?)[\\s-]?(${ANY_CASE}|[mbk]|bn)(?![A-Za-z])|(${CHINESE_NUMBER})(?:[余多]?元)?)`,
  'g',
)

/** RMB 30,000, US$1.5 billion, €20m and, in Chinese, 人民币3万元. */
export function takePrefixedAmounts(scan: FactScan): void {
  scan.take(AMOUNT, ([, sign = '', figures, magnitude = '', chinese = ''], before) => {
    if (/[A-Za-z]$/.test(before)) return null
    const unit = sign === '人民币' ? 'RMB' : englishCurrency(sign)
    if (figures !== undefined) {
      const scale = magnitudeOf(magnitude)
      return [aNumber(exact(Number(figures.replace(/,/g, '')) * scale), { unit, scale })]
    }
    const read = chineseNumber(chinese)
    return read && [aNumber(read.value, { unit, scale: read.scale })]
  })
}
