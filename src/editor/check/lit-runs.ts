import type { Paragraph } from '#shared/newsletter/issue'

type Stretch = { start: number; end: number }

export type LitRun = { text: string; isEmphasis: boolean; isLit: boolean }

/** A paragraph cut where its style changes or a stretch to be lit begins or ends; offsets count as `slice` counts. */
export function litRuns(paragraph: Paragraph, stretches: readonly Stretch[]): LitRun[] {
  const runs: LitRun[] = []
  let offset = 0
  for (const { text, emphasis } of paragraph) {
    for (const [start, end] of piecesOf(offset, offset + text.length, stretches))
      runs.push({
        text: text.slice(start - offset, end - offset),
        isEmphasis: emphasis === true,
        isLit: stretches.some((stretch) => stretch.start <= start && stretch.end >= end),
      })
    offset += text.length
  }
  return runs
}

/** A span, divided wherever a stretch begins or ends in it. */
function piecesOf(start: number, end: number, stretches: readonly Stretch[]): [number, number][] {
  const cuts = [start, end]
  for (const stretch of stretches)
    for (const cut of [stretch.start, stretch.end]) if (cut > start && cut < end) cuts.push(cut)
  const sorted = [...new Set(cuts)].sort((one, other) => one - other)
  return sorted.slice(1).map((cut, index) => [sorted[index] ?? start, cut])
}
