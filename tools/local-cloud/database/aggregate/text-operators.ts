import { $concat } from 'mingo/operators/expression/string'
import { evaluate, isMissing, type Operator, refusal } from './evaluate'
import { indexOfBytes, indexOfCharacters } from './index-of'

/** MongoDB's documents hold no more. */
const MAX_CHARACTERS = 16 * 1024 * 1024

const concat: Operator = (document, expression, options) => {
  const text = $concat(document, expression as never, options)
  if (typeof text === 'string' && text.length > MAX_CHARACTERS)
    throw refusal('$concat would make a text larger than 16 MB.')
  return text
}

const split: Operator = (document, expression, options) => {
  const [text, separator] = evaluate('$split', [2, 2], document, expression, options)
  if (isMissing(text) || isMissing(separator)) return null
  if (typeof text !== 'string' || typeof separator !== 'string')
    throw refusal('$split requires strings as its arguments')
  if (separator === '') throw refusal('$split requires a non-empty separator')
  return text.split(separator)
}

const strcasecmp: Operator = (document, expression, options) => {
  const [one = '', other = ''] = evaluate('$strcasecmp', [2, 2], document, expression, options).map((value) =>
    upperCase(textOf('$strcasecmp', value)),
  )
  return one < other ? -1 : Number(one > other)
}

const substrBytes: Operator = (document, expression, options) => {
  const [value, start, length] = evaluate('$substrBytes', [3, 3], document, expression, options)
  const bytes = Buffer.from(textOf('$substrBytes', value))
  if (!isPlace(start)) throw refusal('$substrBytes: starting index must be non-negative')
  if (!Number.isInteger(length)) throw refusal('$substrBytes: length must be a whole number')
  const end = Number(length) < 0 ? bytes.length : Number(start) + Number(length)
  if (isInCharacter(bytes, Number(start)) || isInCharacter(bytes, end))
    throw refusal('$substrBytes: Invalid range, an index is a UTF-8 continuation byte.')
  return bytes.subarray(Number(start), end).toString()
}

const substrCharacters: Operator = (document, expression, options) => {
  const [value, start, length] = evaluate('$substrCP', [3, 3], document, expression, options)
  if (!isPlace(start) || !isPlace(length))
    throw refusal('$substrCP: starting index and length must be non-negative integers')
  return [...textOf('$substrCP', value)].slice(Number(start), Number(start) + Number(length)).join('')
}

export const textOperators = {
  $substr: substrBytes,
  $substrBytes: substrBytes,
  $substrCP: substrCharacters,
  $concat: concat,
  $split: split,
  $strcasecmp: strcasecmp,
  $toUpper: changed('$toUpper', upperCase),
  $toLower: changed('$toLower', (text) => text.replace(/[A-Z]/g, (letter) => letter.toLowerCase())),
  $indexOfBytes: search('$indexOfBytes', indexOfBytes),
  $indexOfCP: search('$indexOfCP', indexOfCharacters),
}

const isPlace = (value: unknown) => Number.isInteger(value) && Number(value) >= 0

const isInCharacter = (bytes: Buffer, at: number) => ((bytes[at] ?? 0) & 0xc0) === 0x80

/** MongoDB knows the case of the letters of ASCII only. */
function upperCase(text: string): string {
  return text.replace(/[a-z]/g, (letter) => letter.toUpperCase())
}

function changed(name: string, change: (text: string) => string): Operator {
  return (document, expression, options) => {
    const [value] = evaluate(name, [1, 1], document, expression, options)
    return change(textOf(name, value))
  }
}

/** To these, null is an empty text. */
function textOf(name: string, value: unknown): string {
  if (isMissing(value)) return ''
  if (value instanceof Date) return value.toISOString()
  if (typeof value === 'string' || typeof value === 'number') return String(value)
  throw refusal(`${name} can't convert from BSON type ${typeof value} to String`)
}

function search(
  name: string,
  indexOf: (text: string, wanted: string, start: number, end?: number) => number,
): Operator {
  return (document, expression, options) => {
    const [text, wanted, start = 0, end] = evaluate(name, [2, 4], document, expression, options)
    if (isMissing(text)) return null
    if (typeof text !== 'string' || typeof wanted !== 'string')
      throw refusal(`${name} requires strings as its first two arguments`)
    if (![start, end ?? 0].every((at) => Number.isInteger(at) && Number(at) >= 0))
      throw refusal(`${name} requires whole numbers that are not negative as its further arguments`)
    return indexOf(text, wanted, Number(start), end === undefined ? undefined : Number(end))
  }
}
