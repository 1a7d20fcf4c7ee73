import { seriesId } from '#shared/newsletter/issue-id'
import type { SeriesRecord } from '#shared/series/endpoints'
import { inOneLine } from '../read-field'
import {
  type ContactForm,
  type ContactProblems,
  contactOfForm,
  emptyContact,
  formOfContact,
  problemsOfContact,
} from './contact-form'

type Halves = { zh: string; en: string }

/** A series as it is typed: every field a text. */
export type SeriesForm = {
  title: Halves
  otherTitles: readonly Halves[]
  nextNumber: string
  publication: Halves
  disclaimer: Halves
  contact: ContactForm
}

export type SeriesProblems = ContactProblems & Partial<Record<'title' | 'nextNumber', true>>

const nothing: Halves = { zh: '', en: '' }

export const emptySeries: SeriesForm = {
  title: nothing,
  otherTitles: [],
  nextNumber: '',
  publication: nothing,
  disclaimer: nothing,
  contact: emptyContact,
}

export function formOfSeries({ title, otherTitles, defaults, nextNumber }: SeriesRecord): SeriesForm {
  const { publication, disclaimer, contact } = defaults
  return {
    title: typed(title),
    otherTitles: otherTitles.map(typed),
    nextNumber: nextNumber === null ? '' : String(nextNumber),
    publication: typed(publication),
    disclaimer: typed(disclaimer),
    contact: formOfContact(contact),
  }
}

export function problemsOfSeries({ title, nextNumber, contact }: SeriesForm): SeriesProblems {
  const isNumber = nextNumber.trim() === '' || /^[1-9]\d{0,5}$/u.test(nextNumber.trim())
  return {
    ...(half(title.zh) === null && half(title.en) === null && { title: true }),
    ...(!isNumber && { nextNumber: true }),
    ...problemsOfContact(contact),
  }
}

/** What is saved of a form without problems; a series that has no id yet is named by its title. */
export function seriesOfForm(id: string | null, form: SeriesForm): SeriesRecord {
  const title = titles(form.title)
  return {
    id: id ?? seriesId({ title }),
    title,
    otherTitles: form.otherTitles.map(titles).filter(({ zh, en }) => zh !== null || en !== null),
    nextNumber: half(form.nextNumber) === null ? null : Number(form.nextNumber.trim()),
    defaults: {
      publication: halves(form.publication),
      disclaimer: halves(form.disclaimer),
      contact: contactOfForm(form.contact),
    },
  }
}

function typed({ zh, en }: { zh: string | null; en: string | null }): Halves {
  return { zh: zh ?? '', en: en ?? '' }
}

function half(text: string): string | null {
  return text.trim() === '' ? null : text.trim()
}

function halves({ zh, en }: Halves): { zh: string | null; en: string | null } {
  return { zh: half(zh), en: half(en) }
}

function titles({ zh, en }: Halves): { zh: string | null; en: string | null } {
  return halves({ zh: inOneLine(zh), en: inOneLine(en) })
}
