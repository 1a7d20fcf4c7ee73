import { LARGEST_ACCOUNT_CODE } from '#shared/firm/endpoints'

export type AccountCode = { dataUrl: string } | { wrong: 'not-a-picture' | 'too-large' }

/** By how the two kinds begin; a name says nothing. */
const kinds = [
  { type: 'image/png', begins: 'iVBORw0KGgo' },
  { type: 'image/jpeg', begins: '/9j/' },
]

/** The account's QR code out of a file's contents. */
export function accountCodeOf(base64: string): AccountCode {
  const kind = kinds.find(({ begins }) => base64.startsWith(begins))
  if (!kind) return { wrong: 'not-a-picture' }
  const dataUrl = `data:${kind.type};base64,${base64}`
  return dataUrl.length > LARGEST_ACCOUNT_CODE ? { wrong: 'too-large' } : { dataUrl }
}

/** Of a file, in bytes: one that is larger need not be read. */
export const LARGEST_ACCOUNT_CODE_FILE = (LARGEST_ACCOUNT_CODE * 3) / 4
