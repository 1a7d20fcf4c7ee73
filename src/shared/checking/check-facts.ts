import type { DraftItem } from '#shared/drafts/draft-issue'
import { compareFacts } from './compare-facts'
import { isCurrency } from './currencies'
import type { Fact } from './fact'
import { type CheckedText, type Counterparts, textsOf } from './item-texts'
import { factsIn } from './located-fact'
import { aMark, type Mark, type MarkKind } from './mark'
import { withoutRelativeDates } from './relative-dates'

/** Numbers, dates and amounts that do not agree between the languages. */
export function checkFacts(item: DraftItem, parts: readonly Counterparts[]): Mark[] {
  const elsewhere = { zh: factsIn(textsOf(item, 'zh'), 'zh'), en: factsIn(textsOf(item, 'en'), 'en') }
  return parts.flatMap(({ part, zh, en }) => {
    const here = {
      zh: withoutRelativeDates(factsIn(zh, 'zh'), textOf(en), 'en'),
      en: withoutRelativeDates(factsIn(en, 'en'), textOf(zh), 'zh'),
    }
    return compareFacts(here, elsewhere).map((found) => {
      const mark = {
        item: item.key,
        kind: kindOf(found.zh ?? found.en),
        part,
        zh: found.zh?.stretch ?? null,
        en: found.en?.stretch ?? null,
      }
      return aMark(mark, [textOf(zh), textOf(en)])
    })
  })
}

function textOf(texts: readonly CheckedText[]): string {
  return texts.map(({ text }) => text).join('\n')
}

function kindOf(fact: Fact | null): MarkKind {
  if (fact?.kind === 'date' || fact?.kind === 'time') return 'date'
  const isAmount = fact?.kind === 'number' && fact.quantities.some(({ unit }) => isCurrency(unit))
  return isAmount ? 'amount' : 'number'
}
