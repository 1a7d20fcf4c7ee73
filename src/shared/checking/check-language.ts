import type { DraftItem } from '#shared/drafts/draft-issue'
import type { Language } from '#shared/newsletter/bilingual'
import { type CheckedText, textsOf } from './item-texts'
import { aMark, type Mark } from './mark'
import { countHan, countWords } from './text-size'

/** Names and terms may stand in brackets or quotation marks in the other language. */
const QUOTED = /[“"「『《（([][^“”"「」『』《》（）()[\]]{0,120}[”"」』》）)\]]/g
const CHINESE_RUN =
  /[\u3400-\u9fff\uf900-\ufaff][\u3400-\u9fff\uf900-\ufaff\d，、；：。！？“”《》（）%·\ufffc]*/g
const ENGLISH_RUN = /[A-Za-z\u00c0-\u024f][A-Za-z\u00c0-\u024f\d'’ ,;:.%\ufffc-]*/g
/** What stands in small letters within a name: the Bank of China, Court of Justice of the European Union. */
const WITHIN_NAMES = new Set(
  'a an and at by de del der des di du et for from in la le of on or the to und van von with'.split(' '),
)

/** Text left in the wrong language: a sentence, or a whole title, not a name or a quoted term. */
export function checkLanguage(item: DraftItem): Mark[] {
  const marks: Mark[] = []
  for (const language of ['zh', 'en'] as const)
    for (const { part, text } of textsOf(item, language)) {
      const found = foreignStretch({ part, text }, language)
      if (found)
        marks.push(aMark({ item: item.key, kind: 'language', part, [language]: found, in: language }, [text]))
    }
  return marks
}

/** The first stretch of a text that is in the other language. */
export function foreignStretch({ part, text }: CheckedText, language: Language) {
  const bare = text.replace(QUOTED, (quoted) => '\ufffc'.repeat(quoted.length))
  if (isWhollyForeign(bare, language)) return { part, start: 0, end: text.length, text }
  const isForeign = language === 'en' ? isChineseSentence : isEnglishSentence
  for (const match of bare.matchAll(language === 'en' ? CHINESE_RUN : ENGLISH_RUN)) {
    const run = match[0].replace(/[\s\ufffc,;:，；：]+$/, '')
    const start = match.index ?? 0
    if (isForeign(run))
      return { part, start, end: start + run.length, text: text.slice(start, start + run.length) }
  }
  return null
}

/** A short title has no sentence in it; a name alone, such as WhatsApp, is at home in both. */
function isWhollyForeign(bare: string, language: Language): boolean {
  const [han, words] = [countHan(bare), countWords(bare)]
  return language === 'en' ? words === 0 && han >= 4 : han === 0 && words >= 3 && /\b[a-z]{3,}/.test(bare)
}

function isChineseSentence(run: string): boolean {
  const han = countHan(run)
  return han >= 10 || (han >= 5 && /[，。；！？]/.test(run))
}

function isEnglishSentence(run: string): boolean {
  const words = run.match(/[A-Za-z'’]+/g) ?? []
  const plain = words.filter((word) => /^[a-z]{2,}/.test(word) && !WITHIN_NAMES.has(word))
  return words.length >= 5 && plain.length >= 3
}
