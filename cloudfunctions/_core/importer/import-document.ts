import type { Issue } from '#shared/newsletter/issue'
import type { Problem } from '#shared/newsletter/problem'
import { checkOutline, findObstacle } from './check/check-outline'
import { draftIssue } from './draft/draft-issue'
import { parseOutline } from './parse/parse-outline'
import { anError, byPlace, warnInto } from './problem'
import type { ReadDocument } from './read/block'
import { decodeText } from './read/decode-text'
import { readMarkdown } from './read/read-markdown'

export type ImportResult = { issue: Issue | null; problems: Problem[] }

/**
 * A document's bytes become an issue: read -> parse -> check -> draft. Never throws: whatever the bytes are,
 * either an issue comes out or a problem of severity `error` says why not.
 */
export function importDocument(bytes: Uint8Array): ImportResult {
  try {
    const decoded = decodeText(bytes)
    return 'problem' in decoded
      ? { issue: null, problems: [decoded.problem] }
      : importBlocks(readMarkdown(decoded.text))
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    const problem = anError('unreadable', `The document could not be read: ${reason}`, { line: 1, column: 1 })
    return { issue: null, problems: [problem] }
  }
}

function importBlocks(document: ReadDocument): ImportResult {
  const problems = [...document.problems]
  const result = (issue: Issue | null): ImportResult => ({ issue, problems: problems.sort(byPlace) })
  if (problems.some(({ severity }) => severity === 'error')) return result(null)
  if (document.blocks.length === 0) {
    problems.push(anError('empty', 'The document has no text.', document.start))
    return result(null)
  }
  const warn = warnInto(problems)
  const outline = parseOutline(document, warn)
  const obstacle = findObstacle(outline)
  if (obstacle) {
    // What else was noticed is of no use where nothing came out of it.
    return { issue: null, problems: [obstacle] }
  }
  checkOutline(outline, warn)
  const drafted = draftIssue(outline, warn)
  if ('issue' in drafted) return result(drafted.issue)
  problems.push(drafted.problem)
  return result(null)
}
