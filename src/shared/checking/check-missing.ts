import type { DraftItem } from '#shared/drafts/draft-issue'
import { textsOf } from './item-texts'
import { aMark, type Mark } from './mark'

/** A half that is not there, or its title, text or source where the other language has one. */
export function checkMissing(item: DraftItem): Mark[] {
  const missing: Mark[] = []
  for (const language of ['zh', 'en'] as const) {
    const add = (part: 'item' | 'title' | 'body' | 'source'): void => {
      const about = language === 'zh' ? 'en' : 'zh'
      const texts = part === 'source' ? [item.source[about]] : textsOf(item, about).map(({ text }) => text)
      missing.push(aMark({ item: item.key, kind: 'missing', part, in: language }, [part, ...texts]))
    }
    const hasTitle = item.title[language] !== null
    const hasBody = item.body[language] !== null
    if (!hasTitle && !hasBody) add('item')
    else if (!hasTitle) add('title')
    else if (!hasBody) add('body')
    const hasSources = item.source.zh !== null || item.source.en !== null
    if ((hasTitle || hasBody) && hasSources && item.source[language] === null) add('source')
  }
  return missing
}
