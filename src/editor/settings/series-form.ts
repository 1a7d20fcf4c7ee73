import * as v from 'valibot'
import { WebAddressSchema } from '#shared/newsletter/issue'
import { seriesId } from '#shared/newsletter/issue-id'
import type { SeriesRecord } from '#shared/series/endpoints'

type Halves = { zh: string; en: string }

/** A series as it is typed: every field a text. */
export type SeriesForm = {
  title: Halves
  otherTitles: readonly Halves[]
  nextNumber: string
  publication: Halves
  disclaimer: Halves
  website: string
  email: string
  /** One a line. */
  tel: string
  fax: string
  offices: Halves
}

export type SeriesProblems = Partial<Record<'title' | 'nextNumber' | 'website', true>>

const nothing: Halves = { zh: '', en: '' }

export const emptySeries: SeriesForm = {
  title: nothing,
  otherTitles: [],
  nextNumber: '',
  publication: nothing,
  disclaimer: nothing,
  website: '',
  email: '',
  tel: '',
  fax: '',
  offices: nothing,
}

export function formOfSeries({ title, otherTitles, defaults, nextNumber }: SeriesRecord): SeriesForm {
  const { publication, disclaimer, contact } = defaults
  return {
    title: typed(title),
    otherTitles: otherTitles.map(typed),
    nextNumber: nextNumber === null ? '' : String(nextNumber),
    publication: typed(publication),
    disclaimer: typed(disclaimer),
    website: contact.website ?? '',
    email: contact.email ?? '',
    tel: contact.tel.join('\n'),
    fax: contact.fax.join('\n'),
    offices: { zh: contact.offices.zh.join('\n'), en: contact.offices.en.join('\n') },
  }
}

export function problemsOfSeries({ title, nextNumber, website }: SeriesForm): SeriesProblems {
  const isNumber = nextNumber.trim() === '' || /^[1-9]\d{0,5}$/u.test(nextNumber.trim())
  return {
    ...(half(title.zh) === null && half(title.en) === null && { title: true }),
    ...(!isNumber && { nextNumber: true }),
    ...(half(website) !== null && !v.is(WebAddressSchema, website.trim()) && { website: true }),
  }
}

/** What is saved of a form without problems; a series that has no id yet is named by its title. */
export function seriesOfForm(id: string | null, form: SeriesForm): SeriesRecord {
  const title = halves(form.title)
  return {
    id: id ?? seriesId({ title }),
    title,
    otherTitles: form.otherTitles.map(halves).filter(({ zh, en }) => zh !== null || en !== null),
    nextNumber: half(form.nextNumber) === null ? null : Number(form.nextNumber.trim()),
    defaults: {
      publication: halves(form.publication),
      disclaimer: halves(form.disclaimer),
      contact: {
        website: half(form.website),
        email: half(form.email),
        tel: lines(form.tel),
        fax: lines(form.fax),
        offices: { zh: lines(form.offices.zh), en: lines(form.offices.en) },
      },
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

function lines(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}
