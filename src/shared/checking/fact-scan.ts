import type { Fact, FactContent } from './fact'

/** Stands for what was read already: no pattern matches it. */
const TAKEN = '\ufffc'
const ADDRESS =
  /(?:https?:\/\/|www\.)[^\s\u3400-\u9fff（）]+|[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,8}/gi
const RANGE = /^\s*(?:-|–|—|~|～|至|到|或|和|及|、|,|，|to|and|or)\s*$/

/** Reads the facts of a text rule by rule; what one rule took, no later one sees. */
export class FactScan {
  readonly #whole: string
  #text: string
  readonly #facts: Fact[] = []

  constructor(text: string) {
    this.#whole = text
    this.#text = text
    this.take(ADDRESS, () => [])
  }

  /** The rule answers what a match says, which may be nothing, or null to leave it to later rules. */
  take(
    pattern: RegExp,
    read: (match: RegExpMatchArray, before: string, after: string) => readonly FactContent[] | null,
  ): void {
    const text = this.#text
    let rest = ''
    let done = 0
    for (const match of text.matchAll(pattern)) {
      const start = match.index ?? 0
      const end = start + match[0].length
      const contents = read(match, text.slice(Math.max(0, start - 16), start), text.slice(end, end + 24))
      if (!contents) continue
      for (const content of contents) this.#facts.push({ ...content, start, end })
      rest += text.slice(done, start) + TAKEN.repeat(end - start)
      done = end
    }
    this.#text = rest + text.slice(done)
  }

  /** In the order of the text; the first number of a range has the unit of the last (50 to 60 million). */
  facts(): Fact[] {
    const facts = this.#facts.sort((a, b) => a.start - b.start)
    for (let index = facts.length - 2; index >= 0; index -= 1) {
      const [fact, next] = [facts[index], facts[index + 1]]
      if (fact?.kind !== 'number' || next?.kind !== 'number' || fact.scale !== 1) continue
      if (!RANGE.test(this.#whole.slice(fact.end, next.start))) continue
      const [first] = next.quantities
      const [own] = fact.quantities
      if (
        !first ||
        !own ||
        Number.isNaN(first.value) ||
        (next.scale === 1 && first.unit === null && next.quantities.length === 1)
      )
        continue
      // Of a long list, each takes from the next one only: what all of them may mean together would be without end.
      const shared = next.quantities.slice(-2).map((other) => ({
        value: exact((own.value * next.scale * other.value) / (first.value || 1)),
        unit: own.unit ?? other.unit,
      }))
      facts[index] = { ...fact, quantities: [...fact.quantities, ...shared], scale: next.scale }
    }
    return facts
  }
}

/** 1.35 times 100,000,000 without the dust of binary fractions. */
export function exact(value: number): number {
  return Number(value.toPrecision(12))
}
