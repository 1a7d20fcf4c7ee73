import { applyFacts, type TemplateFact } from '../readers/apply-facts'
import { changeReader } from '../readers/change-reader'
import { answerOf, type ConsentSettings, eventId } from '../readers/consent-fact'
import { createReader } from '../readers/create-reader'
import { wasErasedSince } from '../readers/erase-reader'
import type { Reader } from '../readers/reader'
import type { ReaderPorts } from '../readers/reader-store'
import { MATCH_WINDOW } from '../readers/take-back'
import type { SubscribeEvent } from './parse-event'

/** Counts what an event says of choices for templates that are set up. */
export async function countEvent(
  ports: ReaderPorts,
  event: SubscribeEvent,
  settings: ConsentSettings & { templates: Record<string, unknown> },
  now: number,
): Promise<void> {
  const facts = factsOf(event).filter(({ templateId }) => Object.hasOwn(settings.templates, templateId))
  if (facts.length === 0) return
  const mayBeNew = settings.events && hasAccept(facts) && (await isForNewReader(ports, event, now))
  await changeReader(ports, event.from, now, (stored) => {
    const reader = stored ?? (mayBeNew ? createReader(event.from, 'zh') : null)
    return reader && applyFacts(reader, facts, settings, now)
  })
}

function factsOf({ at, items }: SubscribeEvent): TemplateFact[] {
  return items.flatMap((item, place): TemplateFact[] => {
    if (item.kind === 'sent') return []
    const { kind, templateId, word } = item
    const id = eventId(kind, at, word, place)
    if (kind === 'popup') return [{ templateId, fact: { kind, id, at, answer: answerOf(word) } }]
    // Only refusals are told; an accept in the settings allows nothing yet.
    return answerOf(word) === 'reject' ? [{ templateId, fact: { kind, id, at } }] : []
  })
}

function hasAccept(facts: readonly TemplateFact[]): boolean {
  return facts.some(({ fact }) => fact.kind === 'popup' && fact.answer === 'accept')
}

/**
 * An accept may be told before the phone's report, so it makes a reader; but one of before a deletion must not bring
 * the reader back. How long that is remembered is how old such an event may be.
 */
async function isForNewReader(
  ports: ReaderPorts,
  { from, at }: SubscribeEvent,
  now: number,
): Promise<boolean> {
  if (at < now - MATCH_WINDOW) return false
  const known: Reader | null = await ports.readers.find(from)
  return known === null && !(await wasErasedSince(ports, from, at))
}
