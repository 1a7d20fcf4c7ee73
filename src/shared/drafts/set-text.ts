import * as v from 'valibot'
import { AppError } from '#shared/errors'
import type { BilingualText, Language } from '#shared/newsletter/bilingual'
import { DateSchema, MonthSchema } from '#shared/newsletter/issue'
import { changeItem, changeSection, sectionAt } from './change-item'
import type { DraftIssue } from './draft-issue'
import { typedAddress } from './typed-address'

/** A text of a draft that is a line, or missing. */
export type TextPlace =
  | { of: 'publication' | 'series' | 'disclaimer'; language: Language }
  | { of: 'section'; section: number; language: Language }
  | { of: 'title' | 'source'; item: string; language: Language }
  | { of: 'month' | 'date' | 'website' | 'email' }

/**
 * Sets a text as it was typed: nothing typed is a missing half. What is no month, date or web address where one
 * belongs is refused with INVALID_INPUT.
 */
export function setText(draft: DraftIssue, place: TextPlace, typed: string): DraftIssue {
  const trimmed = typed.trim()
  const text = trimmed === '' ? null : trimmed
  switch (place.of) {
    case 'publication':
    case 'disclaimer':
      return { ...draft, [place.of]: half(draft[place.of], place.language, text) }
    case 'series':
      return { ...draft, series: { ...draft.series, title: half(draft.series.title, place.language, text) } }
    case 'section':
      sectionAt(draft, place.section)
      return changeSection(draft, place.section, (section) => ({
        ...section,
        title: half(section.title, place.language, text),
      }))
    case 'title':
      return changeItem(draft, place.item, (item) => ({
        ...item,
        title: half(item.title, place.language, text),
      }))
    case 'source':
      return changeItem(draft, place.item, (item) => ({
        ...item,
        source: half(item.source, place.language, text === null ? null : address(text)),
      }))
    case 'website':
      return { ...draft, contact: { ...draft.contact, website: text === null ? null : address(text) } }
    case 'email':
      return { ...draft, contact: { ...draft.contact, email: text } }
    case 'month':
      return { ...draft, month: text === null ? null : checked(MonthSchema, text, 'month such as 2021-01') }
    case 'date':
      return { ...draft, date: text === null ? null : checked(DateSchema, text, 'date such as 2021-01-31') }
  }
}

function half(text: BilingualText, language: Language, value: string | null): BilingualText {
  return { ...text, [language]: value }
}

function address(text: string): string {
  const found = typedAddress(text)
  if (found === null) throw refusal(text, 'web address')
  return found
}

function checked(schema: typeof MonthSchema | typeof DateSchema, text: string, wanted: string): string {
  if (!v.is(schema, text)) throw refusal(text, wanted)
  return text
}

function refusal(text: string, wanted: string): AppError {
  return new AppError('INVALID_INPUT', `"${text}" is no ${wanted}.`)
}
