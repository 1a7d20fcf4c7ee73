import type { Language } from '#shared/newsletter/bilingual'
import type { Fact } from './fact'

const YEAR = {
  zh: /[今去明当上前本次翌同]年|上一年|年内|年底前/u,
  en: /\b(?:this|last|next|that|same|previous|preceding|prior|following|past|current|coming) year\b|\byear (?:before|earlier|ago|later)\b|year['’]s/iu,
}
const MONTH = {
  zh: /[本上当下同次]月/u,
  en: /\b(?:this|last|next|that|same|previous|following) month\b|\bmonth (?:before|earlier|later)\b/iu,
}
const DAY = {
  zh: /[当同次翌今昨前][日天]/u,
  en: /\b(?:today|yesterday|tomorrow|(?:same|that|next|following|previous) day|day (?:before|earlier|after|later))\b/iu,
}

/** Where the other language says "this year" or 次日, a date that stands here for it is not missed there. */
export function withoutRelativeDates<F extends Fact>(
  facts: readonly F[],
  otherText: string,
  otherLanguage: Language,
): F[] {
  const said = (words: Record<Language, RegExp>): boolean => words[otherLanguage].test(otherText)
  return facts.map((fact) => {
    if (fact.kind !== 'date' || fact.strength !== 'firm') return fact
    const words = fact.day !== null ? DAY : fact.month !== null ? MONTH : YEAR
    return said(words) ? { ...fact, strength: 'soft' } : fact
  })
}
