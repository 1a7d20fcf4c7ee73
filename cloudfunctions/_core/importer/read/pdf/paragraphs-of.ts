import type { Warn } from '../../problem'
import { languageOf } from '../../text/language'
import type { Chain, PlacedLine } from './chain'
import { isAlike, measurePitch, type Pitch } from './line-pitch'
import { areCentred, firstUnit, roomOf } from './line-room'

/** The lines of one paragraph; there is at least one. */
export type Paragraph = PlacedLine[]

/** Joins the lines of each chain to paragraphs, and puts these into the order in which they begin. */
export function paragraphsOf(chains: readonly Chain[], warn: Warn): Paragraph[] {
  const pitch = measurePitch(chains.flat())
  return chains
    .flatMap((chain) => joinOverBreaks(stacksOf(chain, pitch), pitch, warn))
    .sort((one, other) => (one[0]?.turn ?? 0) - (other[0]?.turn ?? 0))
}

/** What is more than this many usual steps below the line before is something else, whatever the lines say. */
const CLEAR_GAP = 1.45
const SLIGHT_GAP = 1.15

/** Lines of one look, one closely below the other. */
function stacksOf(chain: Chain, pitch: Pitch): PlacedLine[][] {
  const stacks: PlacedLine[][] = []
  for (const line of chain) {
    const stack = stacks.at(-1)
    const before = stack?.at(-1)
    const belongs =
      before &&
      before.region === line.region &&
      looksAlike(before, line) &&
      line.y - before.y <= CLEAR_GAP * pitch(line.size)
    if (stack && belongs) stack.push(line)
    else stacks.push([line])
  }
  return stacks
}

/** Bold words may go on from one line to the next; a bold line beside a plain one is a title. */
function looksAlike(before: PlacedLine, line: PlacedLine): boolean {
  if (!isAlike(before.size, line.size)) return false
  return before.isStrong === line.isStrong || lastOf(before)?.strong === line.characters[0]?.strong
}

const lastOf = ({ characters }: PlacedLine) => characters.filter(({ text }) => text !== ' ').at(-1)

function cutStack(stack: readonly PlacedLine[], pitch: Pitch): Paragraph[] {
  const paragraphs: Paragraph[] = []
  for (const line of stack) {
    const last = paragraphs.at(-1)
    if (last && !begins(last, line, stack, pitch)) last.push(line)
    else paragraphs.push([line])
  }
  return paragraphs
}

const INDENT = 0.7
const BULLET = /^\s*[•●○■□▪◆◇‣▶➢✓·]/u
const NUMBERED =
  /^\s*(?:[（(]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[)）]|(?:\d{1,2}|[一二三四五六七八九十]{1,3})[.、．](?!\d)|[①-⑳])/u
const SENTENCE_END = /[。！？!?.；;:：][”"’)）\]】]*\s*$/u

/** Whether a line begins a paragraph below these lines of another. */
function begins(paragraph: Paragraph, line: PlacedLine, stack: readonly PlacedLine[], pitch: Pitch): boolean {
  const before = paragraph.at(-1)
  if (!before || roomOf(before, stack) > firstUnit(line)) return true
  const hasEnded = SENTENCE_END.test(before.text)
  if (hasEnded && line.y - before.y > SLIGHT_GAP * pitch(line.size)) return true
  if (BULLET.test(line.text) || (hasEnded && NUMBERED.test(line.text))) return true
  if (hasEnded && changesLanguage(before, line)) return true
  if (areCentred(stack)) return false
  const indent = (line.x - before.x) / line.size
  if (indent > INDENT) return !BULLET.test(before.text) && !NUMBERED.test(before.text)
  return indent < -INDENT && paragraph.length > 1
}

function changesLanguage(before: PlacedLine, line: PlacedLine): boolean {
  const [one, other] = [languageOf(before.text), languageOf(line.text)]
  return one !== null && other !== null && one !== other
}

/** A paragraph that fills its last line goes on over the page, unless what follows begins like a new one. */
function joinOverBreaks(stacks: readonly PlacedLine[][], pitch: Pitch, warn: Warn): Paragraph[] {
  const cut = stacks.map((stack) => ({ stack, paragraphs: cutStack(stack, pitch) }))
  const isIndented = usesIndents(cut.flatMap(({ paragraphs }) => paragraphs))
  const joined: Paragraph[] = []
  cut.forEach(({ paragraphs }, index) => {
    const [first, ...rest] = paragraphs
    const [last, above] = [joined.at(-1), cut[index - 1]]
    if (first && last && above && goesOn(last, first, above.stack)) {
      if (!isIndented && SENTENCE_END.test(last.at(-1)?.text ?? '')) warnOfBreak(last, first, warn)
      last.push(...first)
    } else if (first) joined.push(first)
    joined.push(...rest)
  })
  return joined
}

function goesOn(paragraph: Paragraph, next: Paragraph, stack: readonly PlacedLine[]): boolean {
  const [before, line] = [paragraph.at(-1), next[0]]
  if (!before || !line || before.region === line.region || !looksAlike(before, line)) return false
  // Columns below a text of the whole width, or above one, are something else.
  if (before.page === line.page && before.kind !== line.kind) return false
  if (before.isStrong || line.isStrong || areCentred(stack)) return false
  if (BULLET.test(line.text) || changesLanguage(before, line)) return false
  const column = { ...line, edges: before.edges }
  const isIndented =
    line.x - line.edges.left > INDENT * line.size &&
    line.x - line.edges.left > (next[1] ? next[1].x - line.edges.left : 0) + INDENT * line.size
  return !isIndented && roomOf(before, stack) <= firstUnit(column)
}

function usesIndents(paragraphs: readonly Paragraph[]): boolean {
  const long = paragraphs.filter(({ length }) => length > 1)
  const indented = long.filter(
    ([first, second]) => first && second && first.x - second.x > INDENT * first.size,
  )
  return indented.length * 2 > long.length
}

function warnOfBreak(paragraph: Paragraph, next: Paragraph, warn: Warn): void {
  const words = (next[0]?.text ?? '').slice(0, 20)
  const message = `"${words}…" follows a full line on the page before: it was read as the same paragraph.`
  warn('paragraph-unsure', message, { page: next[0]?.page ?? paragraph[0]?.page ?? 1 })
}
