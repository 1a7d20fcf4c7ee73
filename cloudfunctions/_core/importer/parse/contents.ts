import type { Language } from '#shared/newsletter/bilingual'
import type { Warn } from '../problem'
import { pairNeighbours, usualLead } from './pair-neighbours'
import { isTitleLike, type Piece } from './piece'

/** What the contents list says: which titles there are, and which is the translation of which. */
export type Contents = {
  has(key: string): boolean
  /** The key of the same title in the other language; null where the list does not say. */
  partnerOf(key: string): string | null
  /** In a list of plain lines, an entry that is set as a heading names a section. */
  isSection(key: string): boolean
}

export const NO_CONTENTS: Contents = { has: () => false, partnerOf: () => null, isSection: () => false }

type Entry = { key: string; language: Language; pair: number | null }
type Partners = Map<string, string>

/**
 * Reads the list, whose titles anchor those of the body. A title that differs slightly from the body's is taken
 * for it where both stand between the same neighbours, and reported.
 */
export function readContents(list: readonly Piece[], body: readonly Piece[], warn: Warn): Contents {
  const entries = list.filter((piece) => isTitleLike(piece) && piece.key !== '')
  if (entries.length === 0) return NO_CONTENTS
  const renamed = matchSimilar(entries, body, warn)
  const keyOf = (piece: Piece): string => renamed.get(piece) ?? piece.key
  const keys = new Set(entries.map(keyOf))
  const headings = entries.filter((piece) => piece.rank !== null)
  const sections = new Set(headings.length * 2 < entries.length ? headings.map(keyOf) : [])
  const partners = pairEntries(
    entries.flatMap((piece): Entry[] =>
      piece.language ? [{ key: keyOf(piece), language: piece.language, pair: piece.pair }] : [],
    ),
  )
  return {
    has: (key) => keys.has(key),
    partnerOf: (key) => partners.get(key) ?? null,
    isSection: (key) => sections.has(key),
  }
}

/** Entries of one line are a pair, which parts the list: what stands before and behind it is paired by itself. */
function pairEntries(entries: readonly Entry[]): Partners {
  const partners: Partners = new Map()
  const add = (a: Entry, b: Entry): void => {
    partners.set(a.key, b.key)
    partners.set(b.key, a.key)
  }
  const lists: Entry[][] = [[]]
  for (let index = 0; index < entries.length; index += 1) {
    const [entry, next] = [entries[index], entries[index + 1]]
    if (!entry) continue
    if (next && entry.pair !== null && entry.pair === next.pair) {
      add(entry, next)
      lists.push([])
      index += 1
    } else lists.at(-1)?.push(entry)
  }
  const usual = usualLead(lists)
  // One that is missing at either end would shift all pairs: better none than wrong ones.
  if (!usual) return partners
  for (const list of lists)
    for (const { zh, en, sure } of pairNeighbours(list, () => null, usual)) if (zh && en && sure) add(zh, en)
  return partners
}

/** How far the search for a similar title goes: enough for a few differing ones in a row, and linear. */
const REACH = 4

function matchSimilar(entries: readonly Piece[], body: readonly Piece[], warn: Warn): Map<Piece, string> {
  const titles = body.filter((piece) => isTitleLike(piece) && piece.key !== '')
  const placeOf = new Map(titles.map((piece, index) => [piece.key, index]))
  const listed = new Set(entries.map((piece) => piece.key))
  const renamed = new Map<Piece, string>()
  let last = -1
  for (const entry of entries) {
    const exact = placeOf.get(entry.key)
    if (exact !== undefined) {
      last = exact
      continue
    }
    const near = titles
      .slice(last + 1, last + 1 + REACH)
      .findIndex(
        (title) =>
          title.language === entry.language && !listed.has(title.key) && areSimilar(title.key, entry.key),
      )
    const found = near < 0 ? undefined : titles[last + 1 + near]
    if (!found) {
      warn(
        'contents-unmatched',
        `The contents list "${shorten(entry.text)}", which the text does not have.`,
        entry.place,
      )
      continue
    }
    last += 1 + near
    renamed.set(entry, found.key)
    const message = `The contents call "${shorten(found.text)}" "${shorten(entry.text)}"; the title above the text is used.`
    warn('contents-differ', message, entry.place)
  }
  return renamed
}

function areSimilar(a: string, b: string): boolean {
  const [first, second] = [bigrams(a), bigrams(b)]
  let shared = 0
  for (const pair of first) if (second.has(pair)) shared += 1
  return shared * 2 >= 1.1 * Math.min(first.size, second.size) + 0.1 * Math.max(first.size, second.size)
}

function bigrams(text: string): Set<string> {
  const pairs = new Set<string>()
  for (let index = 0; index + 1 < Math.min(text.length, 400); index += 1)
    pairs.add(text.slice(index, index + 2))
  return pairs
}

export function shorten(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39)}…` : text
}
