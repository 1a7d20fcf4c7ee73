import type { Mark } from '#shared/checking/mark'
import type { DraftItem } from '#shared/drafts/draft-issue'
import type { CheckWords } from '../words-check'

/** What looks wrong, in a sentence. */
export function markInWords(mark: Mark, { body }: DraftItem, words: CheckWords): string {
  const quoted = { zh: mark.zh?.text ?? null, en: mark.en?.text ?? null }
  switch (mark.kind) {
    case 'missing':
      return words.missing(mark.part, mark.in ?? 'en')
    case 'number':
    case 'date':
    case 'amount':
      return words.disagree[mark.kind](quoted)
    case 'name':
      return words.name(quoted)
    case 'length':
      return words.length
    case 'paragraphs':
      return words.paragraphs(body.zh?.length ?? 0, body.en?.length ?? 0)
    case 'language':
      return words.language(mark.in ?? 'en', quoted[mark.in ?? 'en'] ?? '')
  }
}
