import type { Language } from '#shared/newsletter/bilingual'
import { chineseFacts } from './chinese-facts'
import { englishFacts } from './english-facts'
import type { Fact } from './fact'
import type { CheckedText } from './item-texts'
import type { Stretch } from './mark'

/** A fact with what to light up for it. */
export type LocatedFact = Fact & { stretch: Stretch }

export function factsIn(texts: readonly CheckedText[], language: Language): LocatedFact[] {
  const read = language === 'zh' ? chineseFacts : englishFacts
  return texts.flatMap(({ part, text }) =>
    read(text).map((fact) => {
      const { start, end } = fact
      return { ...fact, stretch: { part, start, end, text: text.slice(start, end) } }
    }),
  )
}
