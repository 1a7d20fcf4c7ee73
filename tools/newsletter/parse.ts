import { importDocument } from '#core/importer/import-document'
import { anError } from '#core/importer/problem'
import type { Issue } from '#shared/newsletter/issue'
import type { Problem } from '#shared/newsletter/problem'
import type { Command } from './command'
import { formatProblem } from './format-problem'
import { outlineOf } from './outline-of'
import { readDocument } from './read-document'

/** Reads a document and shows the issue that it holds, without storing it. */
export const parse: Command = {
  usage: 'parse FILE [--json]',
  option: '--json',
  async run(file, asJson) {
    const document = readDocument(file)
    if ('reason' in document && !asJson) {
      // No place in a file that was not read.
      process.stderr.write(`${file}: ${document.reason}\n`)
      return 1
    }
    const { issue, problems }: Parsed =
      'reason' in document ? unreadable(document.reason) : await importDocument(document.bytes)
    if (asJson) {
      process.stdout.write(`${JSON.stringify({ issue, problems }, null, 2)}\n`)
    } else {
      for (const problem of problems) process.stderr.write(`${formatProblem(file, problem)}\n`)
      if (issue) process.stdout.write(outlineOf(issue))
    }
    return issue ? 0 : 1
  },
}

type Parsed = { issue: Issue | null; problems: Problem[] }

/** A script that asked for JSON gets JSON, whatever happens. */
function unreadable(reason: string): Parsed {
  return { issue: null, problems: [anError('unreadable', reason, { line: 1, column: 1 })] }
}
