import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { editionOf } from '#core/drafts/edition'
import { importDocument } from '#core/importer/import-document'
import { AppError } from '#shared/errors'
import { type Desk, openDesk } from './desk'

const content = join(__dirname, '../../content')

/**
 * Publishes the project's samples where they never were, and answers the ids of all: one that was corrected or
 * withdrawn since stays so. One that an editor's issue is in the way of is left out, with a line that says so.
 */
export async function publishSamples(adminUrl: string): Promise<string[]> {
  const desk = await openDesk(adminUrl)
  const ids: string[] = []
  for (const file of readdirSync(content).filter((name) => name.endsWith('.md'))) {
    try {
      ids.push(await publishSample(desk, file))
    } catch (thrown) {
      if (!(thrown instanceof AppError)) throw thrown
      process.stderr.write(`content/${file}: ${thrown.message}\n`)
    }
  }
  return ids
}

async function publishSample(desk: Desk, file: string): Promise<string> {
  const { issue, problems, places } = await importDocument(readFileSync(join(content, file)))
  if (!issue) throw new Error(`content/${file} is no newsletter.`)
  if (await desk.wasPublished(issue.id)) return issue.id
  const known = await desk.findDraft(issue.id)
  if (known && editionOf(known.issue, []) !== editionOf(issue, []))
    throw new AppError('CONFLICT', `Number ${issue.id} already belongs to another draft: it is left out.`)
  const draft = await desk.importDraft({ issue, problems, places, fileName: file })
  await desk.publish(draft.id, false)
  return issue.id
}
