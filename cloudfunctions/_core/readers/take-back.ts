import type { ConsentSettings } from './consent-fact'
import type { CountChange, Credits, Report } from './reader'

/** ms between a report and the event of the same panel, at most. */
export const MATCH_WINDOW = 10 * 60_000

/** ms for which a report counts that no event confirms. */
export const BELIEVED_FOR = 15 * 60_000

export type TakenBack = { row: Credits; changes: CountChange[]; hasUnconfirmed: boolean }

/**
 * Takes back what was reported and no event has confirmed in time; what campaigns hold stays held. Null where nothing
 * is due.
 */
export function takeBack(row: Credits, { events }: ConsentSettings, now: number): TakenBack | null {
  const isDue = ({ at }: { at: number }) => at + BELIEVED_FOR <= now
  const due = row.reports.filter(isDue)
  const open = row.events.filter((at) => at + MATCH_WINDOW >= now)
  if (due.length === 0 && open.length === row.events.length) return null
  let { credits } = row
  const changes: CountChange[] = []
  // Where the events were given up meanwhile, nothing can confirm a report: it counts.
  for (const report of events ? due : []) {
    if (!isStillCounted(report, row) || credits === 0) continue
    changes.push({
      id: `t:${report.id}`,
      at: now,
      what: 'taken-back',
      why: 'no event confirmed it',
      before: credits,
      after: credits - 1,
    })
    credits -= 1
  }
  const reports = row.reports.filter((report) => !isDue(report))
  return {
    row: { ...row, credits, reports, events: open },
    changes,
    hasUnconfirmed: events && due.length > 0,
  }
}

/** Whether a report's credit has not been cleared with all others. */
export function isStillCounted({ counted, at }: Report, { clearedAt }: Credits): boolean {
  return counted && at > clearedAt
}
