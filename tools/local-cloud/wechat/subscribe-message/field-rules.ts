import type { FieldName, FieldType, TemplateConfig } from '../../../../config/wechat'

/** Lengths are in characters as Unicode counts them. Where WeChat's table is silent, the stricter reading is taken. */
type Rule = (value: string, values: readonly string[]) => boolean

const TIME = String.raw`(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?`
const YEAR = String.raw`\d{4}`
const MONTH = '(?:0?[1-9]|1[0-2])'
const DAY = String.raw`(?:0?[1-9]|[12]\d|3[01])`
/** Year, month and day, year and month, or month and day: in Chinese, or joined by one of `-`, `/` and `.`. */
const DATE = [
  `${YEAR}年${MONTH}月(?:${DAY}日)?`,
  `${MONTH}月${DAY}日`,
  `${YEAR}([-/.])${MONTH}(?:\\k<joint>${DAY})?`.replace('(', '(?<joint>'),
  `${MONTH}[-/.]${DAY}`,
].join('|')

/** One moment, or two with a `~` between them. */
function span(moment: string): Rule {
  const pattern = new RegExp(`^(?:${moment})$`, 'u')
  return (value) => {
    const moments = value.split('~')
    return moments.length <= 2 && moments.every((each) => pattern.test(each.trim()))
  }
}

const matching =
  (pattern: RegExp): Rule =>
  (value) =>
    pattern.test(value)

const oneOf: Rule = (value, values) => values.includes(value)

const isName: Rule = (value) =>
  /^[\p{L}\p{P}\p{S} ·]+$/u.test(value) && length(value) <= (/\p{Script=Han}/u.test(value) ? 10 : 20)

/** A car's number has at most one Chinese character at each end. */
const CAR = /^[\p{Script=Han}A-Za-z\d][A-Za-z\d]{0,6}[\p{Script=Han}A-Za-z\d]?$/u

const RULES: Record<FieldType, Rule> = {
  thing: (value) => !/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/u.test(value) && length(value) <= 20,
  number: (value) => /^\d+(?:\.\d+)?$/u.test(value) && length(value) <= 32,
  letter: matching(/^[A-Za-z]{1,32}$/u),
  symbol: matching(/^[\p{P}\p{S}]{1,5}$/u),
  character_string: matching(/^[A-Za-z\d\p{P}\p{S}]{1,32}$/u),
  time: span(`(?:(?:${DATE}) ?)?${TIME}`),
  date: span(`(?:${DATE})(?: ?${TIME})?`),
  amount: matching(/^\p{Sc}?\d{1,10}(?:\.\d{1,10})?元?$/u),
  phone_number: matching(/^[\d\p{P}\p{S}]{1,17}$/u),
  car_number: matching(CAR),
  name: isName,
  phrase: matching(/^\p{Script=Han}{1,5}$/u),
  enum: oneOf,
  const: oneOf,
}

/** What is wrong with the value of a field, as WeChat words it; null where nothing is. */
export function fieldProblem(field: string, value: unknown, { values = {} }: TemplateConfig): string | null {
  if (value === undefined || value === null || (typeof value === 'string' && value.trim() === ''))
    return `data.${field}.value is empty`
  const type = field.replace(/\d+$/u, '') as FieldType
  const isFit = typeof value === 'string' && RULES[type](value, values[field as FieldName] ?? [])
  return isFit ? null : `data.${field}.value invalid`
}

function length(text: string): number {
  return [...text].length
}
