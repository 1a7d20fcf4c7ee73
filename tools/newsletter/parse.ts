import { type ImportResult, importDocument } from '#core/importer/import-document'
import { anError } from '#core/importer/problem'
import type { Command } from './command'
import { formatProblem } from './format-problem'
import { outlineOf } from './outline-of'
import { readDocument } from './read-document'

/** Reads a document and shows the issue that it holds, without storing it. */
export const parse: Command = {
  usage: 'parse FILE [--json]',
  option: '--json',
  run(file, asJson) {
    const document = readDocument(file)
    if ('reason' in document && !asJson) {
      // No place in a file that was not read.
      process.stderr.write(`${file}: ${document.reason}\n`)
      return 1
    }
    const result = 'reason' in document ? unreadable(document.reason) : importDocument(document.bytes)
    if (asJson) {
      process.stdout.write(`${JSON.stringify(result, null, 2)}\n`)
    } else {
      for (const problem of result.problems) process.stderr.write(`${formatProblem(file, problem)}\n`)
      if (result.issue) process.stdout.write(outlineOf(result.issue))
    }
    return result.issue ? 0 : 1
  },
}

/** A script that asked for JSON gets JSON, whatever happens. */
function unreadable(reason: string): ImportResult {
  return { issue: null, problems: [anError('unreadable', reason, { line: 1, column: 1 })] }
}
