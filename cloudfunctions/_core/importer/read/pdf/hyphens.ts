import type { PlacedLine } from './chain'

/** How a word that a line's end parts is written; where nothing tells, an editor is asked to look. */
export type Hyphen = { isKept: boolean; isSure: boolean }

const PARTED = /(\p{Script=Latin}[\p{Script=Latin}'’]*)([-\u2010\u00ad])$/u
const SOFT_HYPHEN = '\u00ad'
const REST = /^(\p{Script=Latin}[\p{Script=Latin}'’]*)/u
/** No words by themselves, so that they end the word before: regula-tion. */
const ENDINGS =
  /^(?:(?!nation|ration)[a-z]?ations?|[a-z]?[iu]?tions?|[ns]?sions?|tional(?:ly)?|ments?|ings?|ed|ly|[bl]?ity|[bl]?ities|ies|ness|ous(?:ly)?|ive(?:ly)?|ably|ibly|ible|al(?:ly)?|ances?|ences?|ers?|ors|ists?|isms?|tures?|ical(?:ly)?|ics?|c(?:y|ies)|t(?:y|ies)|ful|ary|ory|ated|ating|i[sz](?:e|ed|es|ing|ation))$/u
/** Words that stand before a hyphen more often than they begin a longer word. */
const FIRST_PARTS =
  /^(?:cross|self|well|long|short|high|low|large|small|third|second|first|quasi|government|consumer|privacy|two|three|four|five|six|seven|eight|nine)$/u

/** Settles hyphens at line ends by what the same document writes elsewhere; a word list would be larger than all else. */
export class Hyphens {
  private readonly words = new Set<string>()
  private readonly compounds = new Set<string>()

  constructor(lines: readonly PlacedLine[]) {
    let isParted = false
    for (const { text } of lines) {
      let whole = text.trim().toLowerCase()
      if (isParted) whole = whole.replace(REST, '')
      isParted = PARTED.test(whole)
      if (isParted) whole = whole.replace(PARTED, '')
      for (const [compound] of whole.matchAll(/\p{Script=Latin}+(?:-\p{Script=Latin}+)+/gu))
        this.compounds.add(compound)
      for (const [word] of whole.matchAll(/(?<![-\p{L}])\p{Script=Latin}+(?![-\p{L}])/gu))
        this.words.add(word)
    }
  }

  /** Null where no word is parted between these lines. */
  settle(before: string, after: string): Hyphen | null {
    const [, head = '', mark] = PARTED.exec(before) ?? []
    const [, rest = ''] = REST.exec(after) ?? []
    if (head === '' || rest === '') return null
    if (mark === SOFT_HYPHEN) return { isKept: false, isSure: true }
    if (/^\p{Lu}/u.test(rest) || /-\p{Script=Latin}+-$/u.test(before)) return { isKept: true, isSure: true }
    return this.decide(head.toLowerCase(), rest.toLowerCase())
  }

  private decide(first: string, second: string): Hyphen {
    const isCompound = this.compounds.has(`${first}-${second}`)
    const isWord = this.words.has(first + second)
    if (isCompound || isWord) return { isKept: isCompound, isSure: isCompound !== isWord }
    if (ENDINGS.test(second)) return { isKept: false, isSure: true }
    const isKept = FIRST_PARTS.test(first) || (this.words.has(first) && this.words.has(second))
    return { isKept, isSure: false }
  }
}
