import { type ImportResult, importDocument } from '../../cloudfunctions/_core/importer/import-document'
import { anError } from '../../cloudfunctions/_core/importer/problem'
import { formatProblem } from './format-problem'
import { outlineOf } from './outline-of'
import { readDocument } from './read-document'

/** Reads a document and shows the issue that it holds, without storing it. */
export const parse = {
  usage: 'parse FILE [--json]',
  run(args: string[]): number {
    const files = args.filter((arg) => arg !== '--json')
    const [file] = files
    if (!file || files.length > 1 || file.startsWith('--')) {
      process.stderr.write(`Usage: npm run newsletter -- ${parse.usage}\n`)
      return 2
    }
    const asJson = args.includes('--json')
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
