import type { PlacedLine } from './chain'

/** From line to line inside a text of this size, in points. */
export type Pitch = (size: number) => number

/** Typical of single-spaced text, where a document has no two lines to measure. */
const SINGLE = 1.3

export function measurePitch(lines: readonly PlacedLine[]): Pitch {
  const bySize = new Map<number, number[]>()
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1]
    if (!before || before.region !== line.region || !isAlike(before.size, line.size)) continue
    const steps = (line.y - before.y) / line.size
    if (steps > 2.6) continue
    const key = Math.round(line.size)
    bySize.set(key, [...(bySize.get(key) ?? []), steps])
  }
  const all = lowerQuartile([...bySize.values()].flat()) ?? SINGLE
  return (size) => {
    const own = bySize.get(Math.round(size)) ?? []
    // Titles of one line have nothing but the wide gaps between them.
    return size * Math.min((own.length > 3 ? lowerQuartile(own) : null) ?? all, all * 1.25)
  }
}

export const isAlike = (one: number, other: number): boolean =>
  Math.abs(one - other) < 0.07 * Math.max(one, other)

/** Gaps between paragraphs are wider, so that the narrower ones tell. */
function lowerQuartile(values: number[]): number | null {
  return values.sort((one, other) => one - other)[Math.floor(values.length / 4)] ?? null
}
