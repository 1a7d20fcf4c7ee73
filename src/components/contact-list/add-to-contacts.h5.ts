import { download } from '#reader/download'
import type { Contact } from '#shared/newsletter/issue'

/** In a browser, a card for any address book (vCard 3.0) takes the place of the phone's form. */
export async function addToContacts({ tel, fax, email, website }: Contact, firm: string): Promise<boolean> {
  const lines = [
    'BEGIN:VCARD',
    'VERSION:3.0',
    'N:;;;;',
    `FN:${escaped(firm)}`,
    `ORG:${escaped(firm)}`,
    ...tel.map((number) => `TEL;TYPE=WORK,VOICE:${escaped(number)}`),
    ...fax.map((number) => `TEL;TYPE=WORK,FAX:${escaped(number)}`),
    ...(email === null ? [] : [`EMAIL;TYPE=INTERNET:${escaped(email)}`]),
    ...(website === null ? [] : [`URL:${escaped(website)}`]),
    'END:VCARD',
    '',
  ]
  download(`data:text/vcard;charset=utf-8,${encodeURIComponent(lines.join('\r\n'))}`, `${firm}.vcf`)
  return true
}

function escaped(text: string): string {
  return text.replace(/[\\,;]/gu, '\\$&').replace(/\s+/gu, ' ')
}
