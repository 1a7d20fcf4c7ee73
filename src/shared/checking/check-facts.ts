import type { DraftItem } from '#shared/drafts/draft-issue'
import { compareFacts, type Disagreement } from './compare-facts'
import { isCurrency } from './currencies'
import type { Fact } from './fact'
import { type CheckedText, type Counterparts, textsOf } from './item-texts'
import { factsIn } from './located-fact'
import { aMark, type Mark, type MarkKind } from './mark'
import { isSaidRelatively } from './relative-dates'

/** Numbers, dates and amounts that do not agree between the languages. */
export function checkFacts(item: DraftItem, parts: readonly Counterparts[]): Mark[] {
  const elsewhere = { zh: factsIn(textsOf(item, 'zh'), 'zh'), en: factsIn(textsOf(item, 'en'), 'en') }
  return parts.flatMap(({ part, zh, en }) => {
    const found = compareFacts({ zh: factsIn(zh, 'zh'), en: factsIn(en, 'en') }, elsewhere)
    return found.flatMap((both) => {
      if (isSaidOtherwise(both, textOf(zh), textOf(en))) return []
      const mark = {
        item: item.key,
        kind: kindOf(both.zh ?? both.en),
        part,
        zh: both.zh?.stretch ?? null,
        en: both.en?.stretch ?? null,
      }
      return [aMark(mark, [textOf(zh), textOf(en)])]
    })
  })
}

function isSaidOtherwise({ zh, en }: Disagreement<Fact>, zhText: string, enText: string): boolean {
  if (zh && en) return false
  return (zh && isSaidRelatively(zh, enText, 'en')) || (en && isSaidRelatively(en, zhText, 'zh')) || false
}

function textOf(texts: readonly CheckedText[]): string {
  return texts.map(({ text }) => text).join('\n')
}

function kindOf(fact: Fact | null): MarkKind {
  if (fact?.kind === 'date' || fact?.kind === 'time') return 'date'
  const isAmount = fact?.kind === 'number' && fact.quantities.some(({ unit }) => isCurrency(unit))
  return isAmount ? 'amount' : 'number'
}
