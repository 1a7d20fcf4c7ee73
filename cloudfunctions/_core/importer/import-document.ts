import type { Issue } from '#shared/newsletter/issue'
import type { Place, Problem } from '#shared/newsletter/problem'
import { wellFormed } from '../well-formed'
import { checkOutline, findObstacle } from './check/check-outline'
import { draftIssue, type HalfPlaces } from './draft/draft-issue'
import { parseOutline } from './parse/parse-outline'
import { anError, byPlace, warnInto } from './problem'
import type { ReadDocument } from './read/block'
import { readDocument } from './read/read-document'

/** `places`: for each item of each section of the issue, in its order, where its halves stand in the document. */
export type ImportResult = { issue: Issue | null; problems: Problem[]; places: HalfPlaces[][] }

/**
 * A document's bytes become an issue: read -> parse -> check -> draft. Never rejects: whatever the bytes are,
 * either an issue comes out or a problem of severity `error` says why not.
 */
export async function importDocument(bytes: Uint8Array): Promise<ImportResult> {
  try {
    return wellFormed(importBlocks(await readDocument(bytes)))
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    return failed(anError('unreadable', `The document could not be read: ${reason}`, { line: 1, column: 1 }))
  }
}

/**
 * From what a reader yielded to the issue. What else was noticed is of no use where nothing came out of it: one error
 * stands alone.
 */
export function importBlocks(document: ReadDocument): ImportResult {
  const problems = [...document.problems]
  const error = problems.find(({ severity }) => severity === 'error')
  if (error) return failed(error)
  if (document.blocks.length === 0)
    return failed(anError('empty', 'The document has no text.', document.start))
  const warn = warnInto(problems)
  const outline = parseOutline(document, warn)
  const obstacle = findObstacle(outline)
  if (obstacle) return failed(withCause(obstacle, document.problems[0]))
  checkOutline(outline, warn)
  const drafted = draftIssue(outline, warn)
  if ('problem' in drafted) return failed(drafted.problem)
  return { ...drafted, problems: problems.sort(byPlace) }
}

function failed(problem: Problem): ImportResult {
  return { issue: null, problems: [problem], places: [] }
}

/** What the reader left out may be the whole newsletter, such as one that is set in a table. */
function withCause(obstacle: Problem, left: Problem | undefined): Problem {
  if (!left) return obstacle
  return { ...obstacle, message: `${obstacle.message} ${nameOf(left.place)}: ${left.message}` }
}

function nameOf(place: Place): string {
  if ('line' in place) return `Line ${place.line}`
  return 'page' in place ? `Page ${place.page}` : `Paragraph ${place.paragraph}`
}
