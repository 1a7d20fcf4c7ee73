import type { Language } from '#shared/newsletter/bilingual'
import { wechatCodeInWords } from '../wechat-code-words'
import { watchWordsIn } from '../words-watch'

/** Why a campaign is paused or ended. The server says it in English, with WeChat's code where there is one. */
export function campaignReason(reason: string, language: Language): string {
  const code = /\((-?\d+):/u.exec(reason)?.[1]
  const known = wechatCodeInWords(code === undefined ? null : Number(code), language)
  return known === null ? (watchWordsIn(language).reasons[reason] ?? reason) : `${known} (${code})`
}
