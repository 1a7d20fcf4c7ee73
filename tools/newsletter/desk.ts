import type { Draft } from '#core/issues/draft'
import type { Issue } from '#shared/newsletter/issue'
import { connectSdk } from './connect-sdk'

/** What an editor does, carried out in a running local cloud by the same code that the cloud functions run. */
export type Desk = {
  importDraft(issue: Issue): Promise<Draft>
  findDraft(id: string): Promise<Draft | null>
  publish(issue: Issue): Promise<void>
  withdraw(id: string): Promise<void>
  /** Whether readers may have seen it, also where it was withdrawn since. */
  wasPublished(id: string): Promise<boolean>
}

export async function openDesk(adminUrl: string): Promise<Desk> {
  connectSdk(adminUrl)
  const { cloudDrafts } = await import('#core/issues/cloud-drafts')
  const { cloudPublishedIssues } = await import('#core/issues/cloud-published-issues')
  const { importDraft } = await import('#core/issues/import-draft')
  const { publishIssue, withdrawIssue } = await import('#core/issues/publish-issue')
  return {
    importDraft: (issue) => importDraft(cloudDrafts, issue),
    findDraft: (id) => cloudDrafts.find(id),
    publish: async (issue) => void (await publishIssue(cloudPublishedIssues, issue)),
    withdraw: async (id) => void (await withdrawIssue(cloudPublishedIssues, id)),
    wasPublished: async (id) => (await cloudPublishedIssues.find(id)) !== null,
  }
}
