import { aNumber } from './fact'
import type { FactScan } from './fact-scan'

const CODE = /\b[A-Za-z]{1,20}(?:-\d|\d)[\w.-]{0,40}|\d{1,18}(?!(?:st|nd|rd|th)\b)[A-Za-z]\w{0,20}/g

/** 5G, COVID-19, ISO27001, 100MB: names, whose figures may also be written in words elsewhere. */
export function takeCodes(scan: FactScan): void {
  scan.take(CODE, ([code = ''], _before, after) => {
    if (/\d$/.test(code) && /^[年月日万亿条款章家名个起项类种%]/.test(after)) return null
    return (code.match(/\d+/g) ?? []).map((figures) => aNumber(Number(figures), { strength: 'faint' }))
  })
}
