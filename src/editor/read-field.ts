import * as v from 'valibot'
import { typedAddress } from '#shared/drafts/typed-address'
import { DateSchema, MonthSchema } from '#shared/newsletter/issue'

/** What a text in a field says; null where it says nothing that an issue can have. An empty field says null. */
type Read<Value> = (text: string) => { value: Value | null } | null

/** What is one line, however it was typed or pasted. */
export const readLine: Read<string> = (text) => readText(inOneLine(text))

export const inOneLine = (text: string) => text.replace(/\s*\n\s*/gu, ' ')

const LARGEST_NUMBER = 999_999

export const readText: Read<string> = (text) => ({ value: text.trim() === '' ? null : text.trim() })

export const readNumber: Read<number> = optional((text) => {
  const number = /^\d{1,6}$/u.test(text) ? Number(text) : 0
  return number >= 1 && number <= LARGEST_NUMBER ? number : null
})

/** `2021-01`, also typed as 2021.1 or 2021年1月. */
export const readMonth: Read<string> = optional((text) => {
  const [, year, month = ''] = /^(\d{4})\D{1,3}(\d{1,2})\D{0,2}$/u.exec(text) ?? []
  return sound(MonthSchema, `${year}-${month.padStart(2, '0')}`)
})

/** `2021-01-04`, also typed as 2021.1.4 or 2021年1月4日. */
export const readDate: Read<string> = optional((text) => {
  const [, year, month = '', day = ''] = /^(\d{4})\D{1,3}(\d{1,2})\D{1,3}(\d{1,2})\D{0,2}$/u.exec(text) ?? []
  const date = sound(DateSchema, `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
  // The schema knows how a date is written, and not that February has no 30th.
  return date !== null && new Date(date).toISOString().startsWith(date) ? date : null
})

export const readWebAddress: Read<string> = optional(typedAddress)

/** Of a list, one entry a line. */
export function readLines(text: string): { value: string[] } {
  return {
    value: text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  }
}

export const showText = (value: string | number | null) => (value === null ? '' : String(value))
export const showLines = (lines: readonly string[]) => lines.join('\n')

function optional<Value>(read: (text: string) => Value | null): Read<Value> {
  return (text) => {
    const trimmed = text.trim()
    if (trimmed === '') return { value: null }
    const value = read(trimmed)
    return value === null ? null : { value }
  }
}

function sound(schema: v.GenericSchema<string>, text: string): string | null {
  return v.is(schema, text) ? text : null
}
