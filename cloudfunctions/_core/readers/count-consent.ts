import type { ConsentFact, ConsentSettings } from './consent-fact'
import type { CountChange, Credits, Report } from './reader'
import { isStillCounted, MATCH_WINDOW } from './take-back'

/** How many facts of a template are remembered, so that they count once. */
const SEEN = 50

/** Reports that may wait for their event: a phone that claims more is not believed. */
const MOST_REPORTS = 50

/** An event names a whole second: what it tells of may have been up to its end. */
const REST_OF_SECOND = 999

/** What a fact makes of a row. */
export type Counted = {
  row: Credits
  /** For the ledger. */
  changes: CountChange[]
  /** How many reports have got their event. */
  confirmed: number
}

/**
 * Counts one fact: two sources, one count. Where events come they are the authority: each accept that one tells of
 * adds one credit for good, whether its report came before, after or never. Null where it has been counted already.
 */
export function countConsent(
  before: Credits,
  fact: ConsentFact,
  settings: ConsentSettings,
  now: number,
): Counted | null {
  if (before.seen.includes(fact.id)) return null
  const row = { ...withAnswer(before, fact), seen: [...before.seen, fact.id].slice(-SEEN) }
  switch (fact.kind) {
    case 'report':
      return countReport(row, fact, settings, now)
    case 'popup':
      return countPopup(row, fact, settings)
    case 'change':
      return countChange(row, fact)
  }
}

/** Facts may come in any order: the answer that was given last holds. */
function withAnswer(row: Credits, fact: ConsentFact): Credits {
  const answer = fact.kind === 'change' ? 'reject' : fact.answer
  const at = fact.kind === 'report' ? fact.at : fact.at + REST_OF_SECOND
  if (answer === 'none' || at < row.answeredAt) return row
  return { ...row, refused: answer === 'reject', answeredAt: at }
}

function countReport(
  before: Credits,
  fact: ConsentFact & { kind: 'report' },
  settings: ConsentSettings,
  now: number,
): Counted {
  const row = settings.events ? before : { ...before, hadPanel: true }
  if (fact.answer !== 'accept') return unchanged(row)
  const granted = { ...row, lastGrantAt: Math.max(row.lastGrantAt, fact.at) }
  if (!settings.events) return addUpToStock(granted, fact, settings)

  const needsNoEvent = fact.kept && !settings.keptChoiceHasEvent
  if (needsNoEvent && row.hadPanel) return addUpToStock(granted, fact, settings)
  const matched = needsNoEvent ? null : nearest(row.events, (at) => at, fact.at)
  if (matched !== null)
    return { row: { ...row, events: without(row.events, matched) }, changes: [], confirmed: 1 }

  const waiting = makeRoom(row.reports)
  if (waiting.length >= MOST_REPORTS) return unchanged(row)
  const counted = addUpToStock(granted, fact, settings)
  const report = { id: fact.id, at: now, kept: fact.kept, counted: counted.changes.length > 0 }
  return { ...counted, row: { ...counted.row, reports: [...waiting, report] } }
}

/** A consent beyond the stock is true only where an event says so. */
function addUpToStock(row: Credits, fact: ConsentFact, { stock }: ConsentSettings): Counted {
  return row.credits < stock ? add(row, fact, 'reported by the phone') : unchanged(row)
}

function countPopup(
  before: Credits,
  fact: ConsentFact & { kind: 'popup' },
  { events, keptChoiceHasEvent }: ConsentSettings,
): Counted {
  // A choice that was kept at a panel of which nobody had told yet.
  const released = keptChoiceHasEvent ? before.reports : before.reports.filter(({ kept }) => !kept)
  const row = { ...before, hadPanel: true, reports: released }
  const until = fact.at + REST_OF_SECOND
  // Without events reports count by themselves: an event that comes all the same has been counted so.
  if (!events || fact.answer !== 'accept' || until <= row.clearedAt) return unchanged(row)

  const granted = { ...row, lastGrantAt: Math.max(row.lastGrantAt, until) }
  const report = nearest(row.reports, ({ at }) => at, fact.at)
  if (report === null) return add({ ...granted, events: [...row.events, fact.at] }, fact, 'told by an event')
  const matched = { ...granted, reports: without(row.reports, report) }
  if (!isStillCounted(report, row))
    return { ...add(matched, fact, 'reported beyond the stock, told by an event'), confirmed: 1 }
  const change = changeOf(row, matched, fact, 'confirmed', 'told by an event')
  return { row: matched, changes: [change], confirmed: 1 }
}

/** Turned off in WeChat's settings: nothing is left but what was allowed since. */
function countChange(row: Credits, fact: ConsentFact): Counted {
  if (row.lastGrantAt > fact.at) return unchanged(row)
  const cleared = { ...row, credits: 0, clearedAt: Math.max(row.clearedAt, fact.at) }
  if (row.credits === 0) return unchanged(cleared)
  return {
    row: cleared,
    changes: [changeOf(row, cleared, fact, 'cleared', 'turned off in WeChat')],
    confirmed: 0,
  }
}

function add(row: Credits, fact: ConsentFact, why: string): Counted {
  const added = { ...row, credits: row.credits + 1 }
  return { row: added, changes: [changeOf(row, added, fact, 'added', why)], confirmed: 0 }
}

function unchanged(row: Credits): Counted {
  return { row, changes: [], confirmed: 0 }
}

function changeOf(
  before: Credits,
  after: Credits,
  { id, at }: ConsentFact,
  what: CountChange['what'],
  why: string,
): CountChange {
  return { id, at, what, why, before: before.credits, after: after.credits }
}

function nearest<T>(candidates: readonly T[], timeOf: (candidate: T) => number, at: number): T | null {
  const distance = (candidate: T) => Math.abs(timeOf(candidate) - at)
  return candidates
    .filter((candidate) => distance(candidate) <= MATCH_WINDOW)
    .reduce<T | null>((best, each) => (best === null || distance(each) < distance(best) ? each : best), null)
}

function without<T>(all: readonly T[], one: T): T[] {
  const index = all.indexOf(one)
  return all.filter((_, position) => position !== index)
}

/** Where too many wait, the oldest that added nothing is forgotten: its event adds one all the same. */
function makeRoom(reports: readonly Report[]): Report[] {
  if (reports.length < MOST_REPORTS) return [...reports]
  const index = reports.findIndex(({ counted }) => !counted)
  return reports.filter((_, position) => position !== index)
}
