import type { Warn } from '../../problem'
import { type Band, bandsOf, usualSize } from './bands'
import { type Glyph, isBlank, type PdfPage } from './glyph'

/** How many lines from a page's edge may be a running head or foot. */
const DEPTH = 3
/** In points: what stands in the same place on several pages. */
const SAME_PLACE = 3
/** In letters, from the middle of one line to the foot of the next: a running head is set apart from the text. */
const APART = 1.2

type Edge = 'top' | 'bottom'
type Candidate = {
  page: PdfPage
  edge: Edge
  depth: number
  band: Band
  text: string
  key: string
  isApart: boolean
}

/** Takes away what repeats in the same place over pages: running heads, and numbers that count the pages. */
export function withoutRunningHeads(pages: readonly PdfPage[], warn: Warn): PdfPage[] {
  const candidates = pages.flatMap((page) => [...candidatesOf(page, 'top'), ...candidatesOf(page, 'bottom')])
  const repeated = new Set<Candidate>()
  for (let depth = 0; depth < DEPTH; depth += 1)
    for (const candidate of candidates) {
      const isReached = depth === 0 || [...repeated].some((one) => isAbove(one, candidate))
      if (candidate.depth === depth && isReached && candidate.isApart && isRepeated(candidate, candidates))
        repeated.add(candidate)
    }
  // Where a document is short, the head of its even pages stands there once.
  const standsWithHeads = (one: Candidate): boolean =>
    one.isApart && one.depth === 0 && [...repeated].some((other) => isInPlaceOf(one, other))
  for (const candidate of candidates.filter(standsWithHeads)) repeated.add(candidate)
  const dropped = new Set([...repeated].flatMap(({ band }) => band.glyphs))
  const kept = pages.map((page) => ({ ...page, glyphs: page.glyphs.filter((glyph) => !dropped.has(glyph)) }))
  warnOfLostWords([...repeated], kept, warn)
  return kept
}

function candidatesOf(page: PdfPage, edge: Edge): Candidate[] {
  const bands = bandsOf(page.glyphs)
  // A page of a few lines has no middle: none of it is both head and foot.
  const most = Math.min(DEPTH, Math.floor(bands.length / 2))
  const ordered = edge === 'top' ? bands : [...bands].reverse()
  return ordered.slice(0, most).map((band, depth) => {
    const text = textOf(band)
    const key = text.replace(/\s/gu, '').replace(/\d+/gu, '#')
    return { page, edge, depth, band, text, key, isApart: isApart(ordered, depth) }
  })
}

function isApart(ordered: readonly Band[], depth: number): boolean {
  const size = Math.max(...(ordered[depth]?.glyphs ?? []).map((glyph) => glyph.size))
  // Heads of several lines: the innermost one is apart.
  return ordered.slice(depth, DEPTH).some((band, index) => {
    const inner = ordered[depth + index + 1]
    return !inner || Math.max(inner.top - band.bottom, band.top - inner.bottom) > APART * size
  })
}

const isAbove = (one: Candidate, other: Candidate): boolean =>
  one.page === other.page && one.edge === other.edge && one.depth === other.depth - 1

function isRepeated(candidate: Candidate, candidates: readonly Candidate[]): boolean {
  return candidates.some(
    (other) =>
      other.page !== candidate.page &&
      other.key === candidate.key &&
      isInPlaceOf(candidate, other) &&
      countsPages(candidate, other),
  )
}

function isInPlaceOf(one: Candidate, other: Candidate): boolean {
  const [size, otherSize] = [usualSize(one.band.glyphs), usualSize(other.band.glyphs)]
  return (
    one.edge === other.edge &&
    size === otherSize &&
    Math.abs(one.band.bottom - other.band.bottom) < SAME_PLACE
  )
}

/** Numbers in it are the same, or go on as the pages do. */
function countsPages(one: Candidate, other: Candidate): boolean {
  const [numbers, others] = [one, other].map(({ text }) => text.match(/\d+/gu) ?? [])
  const step = other.page.number - one.page.number
  return (numbers ?? []).every((number, index) => {
    const difference = Number(others?.[index]) - Number(number)
    return difference === 0 || difference === step
  })
}

function textOf(band: Band): string {
  const sorted = [...band.glyphs].sort((one, other) => one.x - other.x)
  return sorted.map(spaced).join('').replace(/\s+/gu, ' ').trim()
}

function spaced(glyph: Glyph, index: number, all: readonly Glyph[]): string {
  const before = all[index - 1]
  const isWideGap = before && glyph.x - before.x - before.width > glyph.size
  return isBlank(glyph) ? ' ' : `${isWideGap ? ' ' : ''}${glyph.text}`
}

/** What only a running head says, such as the number of the issue, is told rather than lost. */
function warnOfLostWords(repeated: readonly Candidate[], kept: readonly PdfPage[], warn: Warn): void {
  if (repeated.length === 0) return
  const said = kept
    .flatMap((page) => bandsOf(page.glyphs).map(textOf))
    .join('')
    .replace(/\s/gu, '')
  const told = new Set<string>()
  for (const { text, key, page } of repeated) {
    const words = text.split(/[\s|｜·•/]+/u).filter((word) => /\p{L}{2}/u.test(word))
    if (told.has(key) || words.every((word) => said.includes(word))) continue
    told.add(key)
    const message = `"${text}" stands in the same place on several pages and was left out.`
    warn('running-head-left-out', message, { page: page.number })
  }
}
