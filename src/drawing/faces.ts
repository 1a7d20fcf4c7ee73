import type { Language } from '#shared/newsletter/bilingual'

/** As src/styles/tokens.scss has them. */
export const serif: Record<Language, string> = {
  zh: '"Source Han Serif SC", "Noto Serif CJK SC", "Noto Serif SC", "Songti SC", "STSong", "SimSun", serif',
  en: 'Georgia, "Noto Serif", "Times New Roman", "Songti SC", "Noto Serif CJK SC", serif',
}
