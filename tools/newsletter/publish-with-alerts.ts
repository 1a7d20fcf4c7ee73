import type { Issue } from '#shared/newsletter/issue'
import type { Desk } from './desk'

/**
 * Publishes an issue, then opens its campaign, and says on standard error what becomes of the alerts. Publishing again
 * opens what a cut between the two has left out, and never a second one.
 */
export async function publishWithAlerts(desk: Desk, issue: Issue): Promise<void> {
  await desk.publish(issue)
  process.stderr.write(`${sentenceOf(await desk.openAlerts(issue))}\n`)
}

function sentenceOf(opened: Awaited<ReturnType<Desk['openAlerts']>>): string {
  if ('trouble' in opened) return `Nobody is alerted. ${opened.trouble}`
  const what = opened.isNew
    ? 'Everyone who asked is alerted'
    : 'Its campaign was opened before, and no other is'
  return `${what}: npm run newsletter -- alerts ${opened.id}`
}
