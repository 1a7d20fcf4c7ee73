import { basename } from 'node:path'
import { importDocument } from '#core/importer/import-document'
import type { Command } from './command'
import { formatProblem } from './format-problem'
import { publishWithAlerts } from './publish-with-alerts'
import { readDocument } from './read-document'
import { withDesk } from './with-desk'

/** Reads a document and stores it as a draft; prints the draft's id. */
export const importIssue: Command = {
  usage: 'import FILE [--publish]',
  option: '--publish',
  async run(file, andPublish) {
    const document = readDocument(file)
    if ('reason' in document) {
      process.stderr.write(`${file}: ${document.reason}\n`)
      return 1
    }
    const { issue, problems, places } = await importDocument(document.bytes)
    for (const problem of problems) process.stderr.write(`${formatProblem(file, problem)}\n`)
    if (!issue) return 1
    return withDesk(async (desk) => {
      const draft = await desk.importDraft({ issue, problems, places, fileName: basename(file) })
      const taken = draft.problems.find(({ code }) => code === 'number-taken')
      if (taken) process.stderr.write(`${formatProblem(file, taken)}\n`)
      process.stdout.write(`${draft.id}\n`)
      if (andPublish) await publishWithAlerts(desk, draft.id)
    })
  },
}
