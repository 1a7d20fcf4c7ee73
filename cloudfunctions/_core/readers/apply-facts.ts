import type { ConsentFact, ConsentSettings } from './consent-fact'
import { countConsent } from './count-consent'
import { noCredits } from './no-credits'
import type { CountChange, Credits, LedgerEntry, Reader } from './reader'
import { BELIEVED_FOR, takeBack } from './take-back'

/** What is to be written of a reader. */
export type ReaderChange = {
  reader: Reader
  entries: LedgerEntry[]
  /** How many reports have got their event. */
  confirmed: number
  /** Whether reports were taken back; not how many, so that one phone alone does not look like a fault of ours. */
  hasUnconfirmed: boolean
}

export type TemplateFact = { templateId: string; fact: ConsentFact }

/** Takes back what is due, then counts these facts. Null where all of it has been done already. */
export function applyFacts(
  reader: Reader,
  facts: readonly TemplateFact[],
  settings: ConsentSettings,
  now: number,
): ReaderChange | null {
  const templates: Record<string, Credits> = { ...reader.templates }
  const entries: LedgerEntry[] = []
  let confirmed = 0
  let hasUnconfirmed = false
  let isChanged = false

  const take = (templateId: string, row: Credits, changes: readonly CountChange[]) => {
    templates[templateId] = row
    isChanged = true
    for (const change of changes)
      entries.push({ ...change, id: `${reader.key}:${templateId}:${change.id}`, key: reader.key, templateId })
  }

  for (const [templateId, row] of Object.entries(reader.templates)) {
    const taken = takeBack(row, settings, now)
    if (!taken) continue
    take(templateId, taken.row, taken.changes)
    hasUnconfirmed ||= taken.hasUnconfirmed
  }
  for (const { templateId, fact } of facts) {
    const row = Object.hasOwn(templates, templateId) ? templates[templateId] : undefined
    const counted = countConsent(row ?? noCredits(), fact, settings, now)
    if (!counted) continue
    take(templateId, counted.row, counted.changes)
    confirmed += counted.confirmed
  }
  if (!isChanged) return null
  const changed = { ...reader, templates, unconfirmedUntil: unconfirmedUntil(templates) }
  return { reader: changed, entries, confirmed, hasUnconfirmed }
}

function unconfirmedUntil(templates: Record<string, Credits>): number | null {
  const times = Object.values(templates).flatMap(({ reports }) => reports.map(({ at }) => at + BELIEVED_FOR))
  return times.length > 0 ? Math.min(...times) : null
}
