import type { Desk, OpenedAlerts } from './desk'

/** Publishes an issue and has everyone told who asked, once; says on standard error what becomes of the alerts. */
export async function publishWithAlerts(desk: Desk, draftId: string): Promise<void> {
  const opened = await desk.publish(draftId, true)
  if (opened) process.stderr.write(`${sentenceOf(opened)}\n`)
}

function sentenceOf(opened: OpenedAlerts): string {
  if ('trouble' in opened) return `Nobody is alerted. ${opened.trouble}`
  const what = opened.isNew
    ? 'Everyone who asked is alerted'
    : 'Its campaign was opened before, and no other is'
  return `${what}: npm run newsletter -- alerts ${opened.id}`
}
