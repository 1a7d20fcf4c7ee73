import type { Firm } from '#shared/firm/endpoints'
import {
  type ContactForm,
  type ContactProblems,
  contactOfForm,
  emptyContact,
  formOfContact,
  problemsOfContact,
} from '../contact-form'

/** How readers follow and reach the firm, as it is typed. */
export type FirmForm = {
  /** Of the official account; empty: there is none. */
  name: string
  originalId: string
  /** A data URL. */
  code: string | null
  contact: ContactForm
}

export type FirmProblems = ContactProblems & Partial<Record<'name' | 'originalId', true>>

export function formOfFirm({ account, contact }: Firm): FirmForm {
  return {
    name: account?.name ?? '',
    originalId: account?.originalId ?? '',
    code: account?.code ?? null,
    contact: contact ? formOfContact(contact) : emptyContact,
  }
}

export function problemsOfFirm({ name, originalId, code, contact }: FirmForm): FirmProblems {
  const id = originalId.trim()
  return {
    ...(name.trim() === '' && (id !== '' || code !== null) && { name: true }),
    ...(id !== '' && !/^gh_[0-9a-z]{1,40}$/u.test(id) && { originalId: true }),
    ...problemsOfContact(contact),
  }
}

/** What is saved of a form without problems. */
export function firmOfForm({ name, originalId, code, contact }: FirmForm): Firm {
  const reached = contactOfForm(contact)
  const isReached = JSON.stringify(reached) !== JSON.stringify(contactOfForm(emptyContact))
  return {
    account: name.trim() === '' ? null : { name: name.trim(), originalId: originalId.trim() || null, code },
    contact: isReached ? reached : null,
  }
}
