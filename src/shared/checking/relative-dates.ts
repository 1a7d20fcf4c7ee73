import type { Language } from '#shared/newsletter/bilingual'
import type { Fact } from './fact'

const YEAR = {
  zh: /[今去明当上前本次翌同]年|上一年|年内|年底前/,
  en: /\b(?:this|last|next|that|same|previous|preceding|prior|following|past|current|coming) year\b|\byear (?:before|earlier|ago|later)\b|year['’]s/i,
}
const MONTH = {
  zh: /[本上当下同次]月/,
  en: /\b(?:this|last|next|that|same|previous|following) month\b|\bmonth (?:before|earlier|later)\b/i,
}
const DAY = {
  zh: /[当同次翌今昨前][日天]/,
  en: /\b(?:today|yesterday|tomorrow|(?:same|that|next|following|previous) day|day (?:before|earlier|after|later))\b/i,
}

/** Whether the other language may say a date as "this year" or 次日: then it is not missed there. */
export function isSaidRelatively(fact: Fact, otherText: string, otherLanguage: Language): boolean {
  if (fact.kind !== 'date') return false
  const words = fact.day !== null ? DAY : fact.month !== null ? MONTH : YEAR
  return words[otherLanguage].test(otherText)
}
