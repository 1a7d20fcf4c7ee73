import { aNumber } from './fact'
import type { FactScan } from './fact-scan'

const CODE = /\b[A-Za-z]+(?:-\d|\d)[\w.-]*|\d+(?!(?:st|nd|rd|th)\b)[A-Za-z][\w]*/gu

/** 5G, COVID-19, ISO27001, 100MB: names, whose figures may also be written in words elsewhere. */
export function takeCodes(scan: FactScan): void {
  scan.take(CODE, ([code = ''], _before, after) => {
    if (/\d$/u.test(code) && /^[年月日万亿条款章家名个起项类种%]/u.test(after)) return null
    return (code.match(/\d+/gu) ?? []).map((figures) => aNumber(Number(figures), { strength: 'faint' }))
  })
}
