import type { Region } from './find-columns'
import { type Line, linesOf } from './line'

/** From where to where the lines of a column reach. */
export type Edges = { left: number; right: number }

/** A line with its turn in the reading order, and its column: columns of one place over several pages share edges. */
export type PlacedLine = Line & { turn: number; region: number; kind: Region['kind']; edges: Edges }

/**
 * Lines that read on into each other, over columns and pages. Chinese beside English makes two chains that run side
 * by side.
 */
export type Chain = PlacedLine[]

export type PageRegions = { page: number; regions: readonly Region[] }

export function chainsOf(pages: readonly PageRegions[], isBodyHei: boolean): Chain[] {
  const chains: Chain[] = []
  const columnsByPlace = new Map<string, PlacedLine[]>()
  let open: { isParallel: boolean | null; chains: Chain[] } = { isParallel: null, chains: [] }
  let turn = 0
  let part = 0
  for (const { page, regions } of pages) {
    for (const { kind, columns } of regions) {
      const isParallel = kind === 'parallel'
      if (open.isParallel !== isParallel) {
        open = { isParallel, chains: isParallel ? [[], []] : [[]] }
        chains.push(...open.chains)
      }
      for (const [index, column] of columns.entries()) {
        const chain = open.chains[isParallel ? index : 0]
        const place = `${kind} ${index}`
        part += 1
        for (const line of linesOf(column, page, isBodyHei)) {
          const placed = { ...line, turn, region: part, kind, edges: { left: 0, right: 0 } }
          chain?.push(placed)
          const lines = columnsByPlace.get(place)
          if (lines) lines.push(placed)
          else columnsByPlace.set(place, [placed])
          turn += 1
        }
      }
    }
  }
  setEdges([...columnsByPlace.values()])
  return chains.filter((chain) => chain.length > 0)
}

/** What is set over the whole width may be short lines only: the columns below tell how wide it is. */
function setEdges(columns: readonly PlacedLine[][]): void {
  const edges = columns.map(edgesOf)
  const whole = {
    left: Math.min(...edges.map(({ left }) => left)),
    right: Math.max(...edges.map(({ right }) => right)),
  }
  columns.forEach((lines, index) => {
    for (const line of lines) line.edges = line.kind === 'whole' ? whole : (edges[index] ?? whole)
  })
}

/** The outermost edges that two lines share: a single line may stick out. */
function edgesOf(lines: readonly PlacedLine[]): Edges {
  const lefts = lines.map(({ x }) => x).sort((one, other) => one - other)
  const rights = lines.map(({ end }) => end).sort((one, other) => other - one)
  return { left: sharedBy(lefts), right: sharedBy(rights) }
}

function sharedBy(sorted: readonly number[]): number {
  const shared = sorted.find((edge, index) => Math.abs(edge - (sorted[index + 1] ?? Infinity)) < 3)
  return shared ?? sorted[0] ?? 0
}
