import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { importDocument } from '#core/importer/import-document'
import { openDesk } from '../newsletter/desk'

const content = join(__dirname, '../../content')

/** Publishes the project's samples and answers their ids. */
export async function publishSamples(adminUrl: string): Promise<string[]> {
  const desk = await openDesk(adminUrl)
  const ids: string[] = []
  for (const file of readdirSync(content).filter((name) => name.endsWith('.md'))) {
    const { issue } = importDocument(readFileSync(join(content, file)))
    if (!issue) throw new Error(`content/${file} is no newsletter.`)
    await desk.publish(issue)
    ids.push(issue.id)
  }
  return ids
}
