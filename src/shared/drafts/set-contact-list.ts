import type { Language } from '#shared/newsletter/bilingual'
import type { DraftIssue } from './draft-issue'

export type ContactList = { of: 'tel' | 'fax' } | { of: 'offices'; language: Language }

/** Sets telephones, faxes or offices, one an entry as typed; blank ones fall away. */
export function setContactList(draft: DraftIssue, list: ContactList, typed: readonly string[]): DraftIssue {
  const entries = typed.map((entry) => entry.trim()).filter((entry) => entry !== '')
  const { contact } = draft
  if (list.of !== 'offices') return { ...draft, contact: { ...contact, [list.of]: entries } }
  return { ...draft, contact: { ...contact, offices: { ...contact.offices, [list.language]: entries } } }
}
