import type { DraftItem } from '#shared/drafts/draft-issue'
import type { Language } from '#shared/newsletter/bilingual'
import { plainText } from './plain-text'

/** A title or a paragraph as it is compared: text only. */
export type CheckedText = { part: 'title' | number; text: string }

/** All that an item says in a language: its title, where it has one, and its paragraphs. */
export function textsOf(item: DraftItem, language: Language): CheckedText[] {
  const title = item.title[language]
  const paragraphs = (item.body[language] ?? []).map((paragraph, part) => ({
    part,
    text: plainText(paragraph),
  }))
  return title === null ? paragraphs : [{ part: 'title', text: title }, ...paragraphs]
}

/** Texts that should say the same in both languages. */
export type Counterparts = {
  part: 'title' | 'body' | number
  zh: readonly CheckedText[]
  en: readonly CheckedText[]
}

/** Title against title, paragraph against paragraph; where their counts differ, the body as a whole. */
export function counterparts(item: DraftItem): Counterparts[] {
  const [zh, en] = [textsOf(item, 'zh'), textsOf(item, 'en')]
  const pairs: Counterparts[] = []
  const titles = [zh, en].map((texts) => texts.filter(({ part }) => part === 'title'))
  const bodies = [zh, en].map((texts) => texts.filter(({ part }) => part !== 'title'))
  const add = (part: Counterparts['part'], [one = [], other = []]: readonly CheckedText[][]): void => {
    if (one.length > 0 && other.length > 0) pairs.push({ part, zh: one, en: other })
  }
  add('title', titles)
  const [zhBody = [], enBody = []] = bodies
  if (zhBody.length !== enBody.length) add('body', [zhBody, enBody])
  else
    zhBody.forEach((text, index) => {
      add(index, [[text], enBody.slice(index, index + 1)])
    })
  return pairs
}
