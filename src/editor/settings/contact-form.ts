import * as v from 'valibot'
import { type Contact, WebAddressSchema } from '#shared/newsletter/issue'

/** How a firm is reached as it is typed: every field a text. */
export type ContactForm = {
  website: string
  email: string
  /** One a line. */
  tel: string
  fax: string
  offices: { zh: string; en: string }
}

export type ContactProblems = Partial<Record<'website', true>>

export const emptyContact: ContactForm = {
  website: '',
  email: '',
  tel: '',
  fax: '',
  offices: { zh: '', en: '' },
}

export function formOfContact({ website, email, tel, fax, offices }: Contact): ContactForm {
  return {
    website: website ?? '',
    email: email ?? '',
    tel: tel.join('\n'),
    fax: fax.join('\n'),
    offices: { zh: offices.zh.join('\n'), en: offices.en.join('\n') },
  }
}

export function problemsOfContact({ website }: ContactForm): ContactProblems {
  const typed = website.trim()
  return typed === '' || v.is(WebAddressSchema, typed) ? {} : { website: true }
}

export function contactOfForm({ website, email, tel, fax, offices }: ContactForm): Contact {
  return {
    website: textOrNull(website),
    email: textOrNull(email),
    tel: lines(tel),
    fax: lines(fax),
    offices: { zh: lines(offices.zh), en: lines(offices.en) },
  }
}

function textOrNull(text: string): string | null {
  return text.trim() === '' ? null : text.trim()
}

function lines(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}
