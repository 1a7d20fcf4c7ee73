import type { Warn } from '../../problem'
import type { Chain, PlacedLine } from './chain'

/** Leaves out the notes that stand small at a page's foot, where a raised mark in the text of that page asks for them. */
export function withoutFootnotes(chains: readonly Chain[], bodySize: number, warn: Warn): Chain[] {
  const notes = new Set<PlacedLine>()
  for (const page of linesByPage(chains)) {
    const marks = page.flatMap(({ footnotes }) => (footnotes === '' ? [] : [footnotes]))
    if (marks.length === 0) continue
    const first = page.findIndex((line) => isSmall(line, bodySize) && startsWithOne(line, marks))
    // From the first note to the page's end, as long as the lines stay small.
    for (const line of first < 0 ? [] : page.slice(first)) {
      if (!isSmall(line, bodySize)) break
      notes.add(line)
    }
    for (const mark of marks)
      warn('footnote-left-out', `The footnote ${mark} was left out.`, { page: page[0]?.page ?? 1 })
  }
  return chains.map((chain) => chain.filter((line) => !notes.has(line))).filter(({ length }) => length > 0)
}

function linesByPage(chains: readonly Chain[]): PlacedLine[][] {
  const pages = new Map<number, PlacedLine[]>()
  for (const line of chains.flat().sort((one, other) => one.turn - other.turn)) {
    const lines = pages.get(line.page)
    if (lines) lines.push(line)
    else pages.set(line.page, [line])
  }
  return [...pages.values()]
}

const isSmall = ({ size }: PlacedLine, bodySize: number): boolean => size < bodySize * 0.95

const startsWithOne = ({ text }: PlacedLine, marks: readonly string[]): boolean =>
  marks.some((mark) => text.trim().startsWith(mark))
