/** `npm start`: builds what is not built, starts the local cloud with the sample issues, serves the reader. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { importDocument } from '#core/importer/import-document'
import { build } from './build/build'
import { runLocalCloud } from './local-cloud/run-local-cloud'
import { openDesk } from './newsletter/desk'

const content = join(__dirname, '../content')

async function main(): Promise<void> {
  await build('functions', { ifStale: true })
  await build('h5', { ifStale: true })
  await runLocalCloud({ beforeReady: publishSamples })
}

/** Only those that were never published here: a sample that was corrected or withdrawn since stays so. */
async function publishSamples(adminUrl: string): Promise<void> {
  const desk = await openDesk(adminUrl)
  for (const file of readdirSync(content).filter((name) => name.endsWith('.md'))) {
    const { issue } = importDocument(readFileSync(join(content, file)))
    if (!issue) throw new Error(`content/${file} is no newsletter.`)
    if (await desk.wasPublished(issue.id)) continue
    const draft = await desk.importDraft(issue)
    await desk.publish(draft.issue)
  }
}

void main()
