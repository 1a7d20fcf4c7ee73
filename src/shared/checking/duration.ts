import { aNumber, type NumberContent, type Strength } from './fact'
import { exact } from './fact-scan'

const MEASURES: readonly (readonly [RegExp, number, string])[] = [
  [/^(?:decade|十年)/i, 120, 'month'],
  [/^(?:year|年)/i, 12, 'month'],
  [/^(?:quarter|季度)/i, 3, 'month'],
  [/^(?:month|个?月)/i, 1, 'month'],
  [/^(?:week|个?(?:周|星期))/i, 168, 'hour'],
  [/^(?:day|日|天)/i, 24, 'hour'],
  [/^(?:hour|个?小时)/i, 1, 'hour'],
]

/** A length of time: three years are 36 months, and two weeks 14 days. One of anything may just be "a year". */
export function aDuration(value: number, measure: string, day: number | null = null): NumberContent {
  const strength: Strength = value > 1 ? 'firm' : 'faint'
  const plain = aNumber(value, { strength, day })
  const found = MEASURES.find(([name]) => name.test(measure))
  if (!found) return plain
  return { ...plain, quantities: [...plain.quantities, { value: exact(value * found[1]), unit: found[2] }] }
}
