import type { PlacedLine } from './chain'
import { isWide } from './character'

/**
 * How much of its column a line leaves free. Where the lines of a text all end at one place before the column's edge,
 * that place is their edge.
 */
export function roomOf(line: PlacedLine, neighbours: readonly PlacedLine[]): number {
  const own = Math.max(...neighbours.map(({ end }) => end))
  const near = neighbours.slice(0, -1).filter(({ end }) => end > own - 2 * line.size)
  const isBlock = neighbours.length > 2 && near.length * 5 >= (neighbours.length - 1) * 3
  if (isBlock) return own - line.end
  const { left, right } = line.edges
  // A line in the middle leaves as much free on its left.
  return areCentred(neighbours) ? right - left - (line.end - line.x) : right - line.end
}

/** An indented first line may end up in the middle by chance: all lines of a title stand there. */
export const areCentred = (lines: readonly PlacedLine[]): boolean => lines.every(isCentred)

function isCentred({ x, end, size, edges }: PlacedLine): boolean {
  return x > edges.left + size && Math.abs(x + end - edges.left - edges.right) < size
}

const PUNCTUATION = /[^\p{L}\p{N}\s]/u
const OPENING = /[《〈「『（(【[“‘"]/u

/** How wide a line's beginning is that would not have been parted from it: a word, or a character with its marks. */
export function firstUnit({ characters, size }: PlacedLine): number {
  let width = 0
  let isDone = false
  for (const [index, character] of characters.entries()) {
    const next = characters[index + 1]?.text ?? ' '
    if (character.text === ' ') break
    width += character.width
    if (OPENING.test(character.text)) continue
    if (isWide(character.text)) isDone = !PUNCTUATION.test(next) || OPENING.test(next)
    else isDone = character.text === '-' || isWide(next)
    if (isDone) break
  }
  const space = isWide(characters[0]?.text ?? '') ? 0.5 : 0.3
  return width + space * size
}
