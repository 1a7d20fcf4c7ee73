import { isCurrency } from './currencies'
import type { Fact } from './fact'
import { isKeptBy, isSaidIn } from './facts-agree'

/** What stands in one language and not, or not so, in the other. */
export type Disagreement<F extends Fact> = { zh: F | null; en: F | null }

type FactsOfBoth<F extends Fact> = { zh: readonly F[]; en: readonly F[] }

/**
 * The facts of two texts that should say the same. What only one of them says is no disagreement where the other
 * language says it elsewhere: a sentence may have moved to the next paragraph, and a title says less.
 */
export function compareFacts<F extends Fact>(
  here: FactsOfBoth<F>,
  elsewhere: FactsOfBoth<F>,
): Disagreement<F>[] {
  const zh = openFacts(here.zh, here.en)
  const en = openFacts(here.en, here.zh)
  const isLost = {
    zh: (fact: F) => !isSaidIn(fact, elsewhere.en),
    en: (fact: F) => !isSaidIn(fact, elsewhere.zh),
  }
  const found: Disagreement<F>[] = []
  const used = new Set<F>()
  const settle = (disagreement: Disagreement<F>): void => {
    found.push(disagreement)
    for (const fact of [disagreement.zh, disagreement.en]) if (fact) used.add(fact)
  }
  const pairUp = (strengths: { zh: Fact['strength']; en: Fact['strength'] }): void => {
    const isBothFirm = strengths.zh === 'firm' && strengths.en === 'firm'
    for (const fact of zh.filter(({ strength }) => strength === strengths.zh)) {
      const partner = bestPartner(
        fact,
        en.filter(
          (other) => other.strength === strengths.en && !used.has(other) && (isBothFirm || isLost.en(other)),
        ),
      )
      if (partner && (isBothFirm || isLost.zh(fact))) settle({ zh: fact, en: partner })
    }
  }
  pairUp({ zh: 'firm', en: 'firm' })
  pairUp({ zh: 'firm', en: 'soft' })
  pairUp({ zh: 'soft', en: 'firm' })
  pairUp({ zh: 'soft', en: 'soft' })
  for (const fact of zh)
    if (fact.strength === 'firm' && !used.has(fact) && isLost.zh(fact)) settle({ zh: fact, en: null })
  for (const fact of en)
    if (fact.strength === 'firm' && !used.has(fact) && isLost.en(fact)) settle({ zh: null, en: fact })
  return found.sort((a, b) => placeOf(a) - placeOf(b))
}

/** What the other text does not say, each once however often it is said. */
function openFacts<F extends Fact>(facts: readonly F[], others: readonly F[]): F[] {
  const open: F[] = []
  for (const fact of facts) {
    if (fact.strength === 'faint' || isSaidIn(fact, others)) continue
    if (!open.some((known) => isKeptBy(fact, known))) open.push(fact)
  }
  return open
}

/** The likeliest counterpart: of the same kind, and rather an amount for an amount. */
function bestPartner<F extends Fact>(fact: F, others: readonly F[]): F | null {
  const alike = others.filter(({ kind }) => kind === fact.kind)
  return alike.find((other) => likeness(fact, other) > 0) ?? alike[0] ?? null
}

function likeness(fact: Fact, other: Fact): number {
  if (fact.kind === 'date' && other.kind === 'date')
    return (
      [fact.year === other.year, fact.month === other.month, fact.day === other.day].filter(Boolean).length -
      1
    )
  return unitKind(fact) === unitKind(other) ? 1 : 0
}

function unitKind(fact: Fact): string {
  const unit = fact.kind === 'number' ? (fact.quantities[fact.quantities.length - 1]?.unit ?? null) : null
  return isCurrency(unit) ? 'amount' : (unit ?? 'number')
}

function placeOf({ zh, en }: Disagreement<Fact>): number {
  return (zh ?? en)?.start ?? 0
}
