import type { Language } from '#shared/newsletter/bilingual'

/** Those that phones have, of what src/styles/tokens.scss names. */
export const serif: Record<Language, string> = { zh: '"Songti SC", serif', en: 'Georgia, "Songti SC", serif' }
