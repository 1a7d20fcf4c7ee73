import { importDocument } from '#core/importer/import-document'
import { formatProblem } from './format-problem'
import { readDocument } from './read-document'
import { withDesk } from './with-desk'

/** Reads a document and stores it as a draft; prints the draft's id. */
export const importIssue = {
  usage: 'import FILE [--publish]',
  async run(args: string[]): Promise<number> {
    const files = args.filter((arg) => arg !== '--publish')
    const [file] = files
    if (file === undefined || files.length > 1 || file.startsWith('--')) {
      process.stderr.write(`Usage: npm run newsletter -- ${importIssue.usage}\n`)
      return 2
    }
    const document = readDocument(file)
    if ('reason' in document) {
      process.stderr.write(`${file}: ${document.reason}\n`)
      return 1
    }
    const { issue, problems } = importDocument(document.bytes)
    for (const problem of problems) process.stderr.write(`${formatProblem(file, problem)}\n`)
    if (!issue) return 1
    return withDesk(async (desk) => {
      const draft = await desk.importDraft(issue)
      process.stdout.write(`${draft.id}\n`)
      if (args.includes('--publish')) await desk.publish(draft.issue)
    })
  },
}
