import { AppError } from '#shared/errors'
import type { Language } from '#shared/newsletter/bilingual'
import { changeItem, itemSpot } from './change-item'
import type { DraftIssue, DraftItem } from './draft-issue'
import { removeItem } from './remove-item'

/** Whether one has only Chinese and the other only English. */
export function canPair(one: DraftItem, other: DraftItem): boolean {
  return (['zh', 'en'] as const).every((language) => !hasHalf(one, language) || !hasHalf(other, language))
}

/** Makes one item of a Chinese-only and an English-only one, in the place and under the key of the first. */
export function pairItems(draft: DraftIssue, key: string, otherKey: string): DraftIssue {
  const { item: other } = itemSpot(draft, otherKey)
  if (key === otherKey || !canPair(itemSpot(draft, key).item, other))
    throw new AppError('INVALID_INPUT', 'Only an item in Chinese and one in English become one item.')
  const paired = changeItem(draft, key, ({ title, body, source }) => ({
    key,
    title: { zh: title.zh ?? other.title.zh, en: title.en ?? other.title.en },
    body: { zh: body.zh ?? other.body.zh, en: body.en ?? other.body.en },
    source: { zh: source.zh ?? other.source.zh, en: source.en ?? other.source.en },
  }))
  return removeItem(paired, otherKey)
}

export function hasHalf({ title, body }: DraftItem, language: Language): boolean {
  return title[language] !== null || body[language] !== null
}
