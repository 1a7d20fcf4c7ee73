import * as v from 'valibot'
import { spansToText } from '#shared/drafts/spans-to-text'
import { ContactSchema, ItemSchema, ParagraphSchema } from '#shared/newsletter/issue'

const BodySchema = v.array(ParagraphSchema)
const LinesSchema = v.array(v.string())
const HalvesSchema = v.object({ zh: v.unknown(), en: v.unknown() })

/** One side of a difference as text, whatever part of an issue it is; '' where there is nothing. */
export function valueInWords(value: unknown): string {
  if (typeof value === 'string') return value
  if (typeof value === 'number') return String(value)
  if (v.is(BodySchema, value)) return value.map(spansToText).join('\n\n')
  if (v.is(LinesSchema, value)) return value.join('\n')
  if (v.is(ItemSchema, value)) return lines([value.title, value.body])
  if (v.is(ContactSchema, value))
    return lines([value.website, value.email, value.tel, value.fax, value.offices])
  if (v.is(HalvesSchema, value)) return lines([value.zh, value.en])
  return Array.isArray(value) || isRecord(value) ? lines(Object.values(value)) : ''
}

function lines(values: readonly unknown[]): string {
  return values
    .map(valueInWords)
    .filter((text) => text !== '')
    .join('\n')
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
