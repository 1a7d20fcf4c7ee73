import type cloud from 'wx-server-sdk'
import type { Reply } from '#shared/errors'
import type { Issue } from '#shared/newsletter/issue'
import { build } from '../../tools/build/build'
import type { LocalCloud, LocalCloudOptions } from '../../tools/local-cloud/start-local-cloud'
import { type Desk, openDesk } from '../../tools/newsletter/desk'
import { sdkFor, startTestCloud } from './local-cloud'

/** An issue as the importer yields it. */
export const anImport = (issue: Issue) => ({ issue, problems: [], places: [], fileName: 'issue.docx' })

export type IssuesCloud = {
  cloud: LocalCloud
  sdk: typeof cloud
  desk: Desk
  /** Imports and publishes, as an editor does. */
  publish(...issues: Issue[]): Promise<void>
  /** Calls the function `issues` with any event. */
  call(event: object): Promise<Reply<unknown>>
  close(): Promise<void>
}

/** A local cloud with the functions as built, and what editors and readers do in it. */
export async function startIssuesCloud(options: Partial<LocalCloudOptions> = {}): Promise<IssuesCloud> {
  await build('functions', { ifStale: true })
  const started = await startTestCloud(options)
  const sdk = sdkFor(started)
  const desk = await openDesk(started.adminUrl)
  return {
    cloud: started,
    sdk,
    desk,
    async publish(...issues) {
      for (const issue of issues) {
        const known = await desk.findDraft(issue.id)
        const draft = await desk.importDraft({ ...anImport(issue), draftId: known?.id })
        await desk.publish(draft.id, false)
      }
    },
    async call(data) {
      const answer: unknown = await sdk.callFunction({ name: 'issues', data })
      return (answer as { result: Reply<unknown> }).result
    },
    close: () => started.close(),
  }
}
