import type { DraftItem } from '#shared/drafts/draft-issue'
import { textsOf } from './item-texts'
import { aMark, type Mark } from './mark'

/** As many paragraphs in one language as in the other. */
export function checkParagraphs(item: DraftItem): Mark[] {
  const { zh, en } = item.body
  if (!zh || !en || zh.length === en.length) return []
  const texts = [...textsOf(item, 'zh'), ...textsOf(item, 'en')].filter(({ part }) => part !== 'title')
  return [
    aMark(
      { item: item.key, kind: 'paragraphs', part: 'body' },
      texts.map(({ text }) => text),
    ),
  ]
}
