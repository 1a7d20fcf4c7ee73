import { randomBytes } from 'node:crypto'
import type { Language } from '#shared/newsletter/bilingual'
import type { Reader } from './reader'

/** A reader of whom nothing was held, with a key that nobody can guess: 16 characters of 12 random bytes. */
export function createReader(openid: string, language: Language): Reader {
  return {
    key: randomBytes(12).toString('base64url'),
    openid,
    language,
    follows: [],
    templates: {},
    version: 0,
    unwritten: [],
    unconfirmedUntil: null,
    erasedAt: null,
    erasedMark: '',
  }
}
