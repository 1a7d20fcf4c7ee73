import type { Language } from '#shared/newsletter/bilingual'
import type { Place } from '#shared/newsletter/problem'
import type { Warn } from '../problem'
import { withoutNumbering } from '../text/title-key'
import type { Contents } from './contents'
import { factsAgree } from './facts-agree'
import type { Half, OutlineItem, OutlineSection } from './outline'
import { pairNeighbours, usualLead } from './pair-neighbours'
import type { RawSection } from './read-halves'
import { withoutBrackets } from './words'

/** Makes items of the halves: by the contents where they tell, else by their order, checked against their facts. */
export function pairItems(raw: readonly RawSection[], contents: Contents, warn: Warn): OutlineSection[] {
  const sections = mergeTranslated(raw, contents, warn)
  const usual = usualLead(sections.map(({ halves }) => halves)) ?? sections[0]?.halves[0]?.language ?? 'zh'
  return sections.map((section) => {
    const items = pairHalves(section.halves, usual, contents, warn)
    const title = (language: 'zh' | 'en'): string | null => titleIn(section, language)
    return { title: { zh: title('zh'), en: title('en') }, items, place: section.place }
  })
}

function titleIn(section: RawSection, language: 'zh' | 'en'): string | null {
  const title = section.titles.find((piece) => piece.language === language)
  return title ? withoutBrackets(withoutNumbering(title.text)) : null
}

/** All Chinese sections and then all English ones: the n-th of each are one section. */
function mergeTranslated(raw: readonly RawSection[], contents: Contents, warn: Warn): RawSection[] {
  const only = (language: 'zh' | 'en'): RawSection[] =>
    raw.filter(
      ({ titles, halves }) =>
        halves.length > 0 && [...titles, ...halves].every((part) => part.language === language),
    )
  const [chinese, english] = [only('zh'), only('en')]
  const named = raw.filter(({ halves }) => halves.length > 0)
  if (chinese.length === 0 || chinese.length !== english.length || named.length !== chinese.length * 2)
    return [...raw]
  const first = named[0] === chinese[0] ? chinese : english
  const empty = raw.filter(({ halves }) => halves.length === 0)
  const merged = first.map((section, index) => {
    const other = (first === chinese ? english : chinese)[index] ?? section
    const [key, otherKey] = [section.titles[0]?.key ?? '', other.titles[0]?.key ?? '']
    if (contents.partnerOf(key) !== otherKey)
      warn(
        'pairing-unclear',
        'The sections of both languages were paired by their order: check that they belong together.',
        other.place,
      )
    return {
      titles: [...section.titles, ...other.titles],
      halves: [...section.halves, ...other.halves],
      place: section.place,
    }
  })
  return [...merged, ...empty]
}

/** `at`: how far down the section it stands. */
type PlacedItem = OutlineItem & { at: number }

function pairHalves(halves: readonly Half[], usual: Language, contents: Contents, warn: Warn): OutlineItem[] {
  const listed = pairByContents(halves, contents)
  const open = halves.filter((half) => !listed.has(half))
  const order = new Map(halves.map((half, index) => [half, index]))
  const item = (zh: Half | null, en: Half | null): PlacedItem => {
    const at = Math.min(...[zh, en].map((half) => (half ? (order.get(half) ?? 0) : Infinity)))
    return { zh, en, place: halves[at]?.place ?? placeOf(zh, en), at }
  }
  const numbersTell = shareNumbers(open)
  const belong = (a: Half, b: Half): boolean | null => belongTogether(a, b, contents, numbersTell)
  const paired = pairNeighbours(open, belong, usual).map(({ zh, en, sure }) => {
    reportDoubt(zh, en, sure, warn)
    return item(zh, en)
  })
  for (const [half, partner] of listed) {
    if (half.language !== 'zh') continue
    reportDoubt(half, partner, true, warn)
    paired.push(item(half, partner))
  }
  return inOrder(paired, halves)
}

/** A half alone stands before the item of the half that follows it, also where one language comes after the other. */
function inOrder(items: readonly PlacedItem[], halves: readonly Half[]): OutlineItem[] {
  const itemOf = new Map<Half | null, PlacedItem>(
    items.flatMap((item) => [[item.zh, item] as const, [item.en, item] as const]),
  )
  const next: Record<Language, number> = { zh: Infinity, en: Infinity }
  for (const half of [...halves].reverse()) {
    const item = itemOf.get(half)
    if (!item) continue
    if (!(item.zh && item.en)) item.at = Math.min(item.at, next[half.language])
    next[half.language] = item.at
  }
  return [...items].sort((a, b) => a.at - b.at).map(({ zh, en, place }) => ({ zh, en, place }))
}

function placeOf(zh: Half | null, en: Half | null): Place {
  return zh?.place ?? en?.place ?? { line: 1, column: 1 }
}

function pairByContents(halves: readonly Half[], contents: Contents): Map<Half, Half> {
  const byKey = new Map<string, Half>()
  for (const half of halves) if (half.key !== '' && !byKey.has(half.key)) byKey.set(half.key, half)
  const listed = new Map<Half, Half>()
  for (const half of byKey.values()) {
    const partner = byKey.get(contents.partnerOf(half.key) ?? '')
    if (partner && partner.language !== half.language) listed.set(half, partner)
  }
  return listed
}

/** Word's automatic lists may count the titles of both languages in one go: such numbers say nothing of pairs. */
function shareNumbers(halves: readonly Half[]): boolean {
  const inChinese = new Set(halves.flatMap(({ language, number }) => (language === 'zh' ? [number] : [])))
  return halves.some(({ language, number }) => language === 'en' && number !== null && inChinese.has(number))
}

/** The contents' word is final, then the numbers before the titles, then what the texts tell. */
function belongTogether(a: Half, b: Half, contents: Contents, numbersTell: boolean): boolean | null {
  for (const [half, other] of [
    [a, b],
    [b, a],
  ] as const) {
    const partner = contents.partnerOf(half.key)
    if (partner !== null && other.key !== '') return partner === other.key
  }
  if (numbersTell && a.number !== null && b.number !== null) return a.number === b.number
  return factsAgree(a, b) || null
}

function reportDoubt(zh: Half | null, en: Half | null, sure: boolean, warn: Warn): void {
  if (zh && en && factsAgree(zh, en) === false) {
    warn(
      'pairing-unclear',
      'The Chinese and the English text tell different facts: are they one item?',
      en.place,
    )
    return
  }
  if (sure) return
  const message =
    zh && en
      ? 'These texts were paired by their order only: check that they belong together.'
      : 'No counterpart was found with certainty: check whether it is missing.'
  warn('pairing-unclear', message, placeOf(zh, en))
}
