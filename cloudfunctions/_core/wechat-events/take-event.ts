import { setTimeout as pause } from 'node:timers/promises'
import type { AlertStore } from '../alerts/alert-store'
import { settleSentEvent } from '../alerts/settle-sent-event'
import type { ConsentSettings } from '../readers/consent-fact'
import { noCredits } from '../readers/no-credits'
import type { ReaderPorts } from '../readers/reader-store'
import { isTesting, wasTest } from '../readers/test-credit'
import { type EventOrigin, isBelieved } from './believe-event'
import { countEvent } from './count-event'
import { type EventItem, parseEvent, type SubscribeEvent } from './parse-event'

export type EventPorts = ReaderPorts & {
  /** Null where alerts are not set up, or not wholly. */
  settings(): Promise<(ConsentSettings & { templates: Record<string, unknown> }) | null>
  alerts: AlertStore
  log(line: string): void
}

/** WeChat promises no second event: where the cloud fails, the work is begun anew, as each step of it may be. */
const ATTEMPTS = 6

/** ms, doubled each time: all in all well within the function's time limit. */
const FIRST_PAUSE = 20

/**
 * Takes an event of WeChat's message push. Whatever is not believed, not understood or already known is ignored; it
 * throws only where the cloud fails, so that WeChat may give the event again.
 */
export async function takeEvent(
  ports: EventPorts,
  input: unknown,
  origin: EventOrigin,
  now: number,
): Promise<void> {
  const event = parseEvent(input)
  if (!event) return ports.log('An event was ignored: it is none of subscription messages.')
  if (!isBelieved(event, origin))
    return ports.log(
      `An event was ignored: its source is "${origin.source.slice(0, 100)}", or another reader's.`,
    )
  for (let attempt = 1; ; attempt += 1) {
    try {
      await countChoices(ports, event, now)
      for (const item of event.items) if (item.kind === 'sent') await settleSent(ports, event, item, now)
      return
    } catch (thrown) {
      if (attempt >= ATTEMPTS) throw thrown
      await pause(FIRST_PAUSE * 2 ** (attempt - 1))
    }
  }
}

async function countChoices(ports: EventPorts, event: SubscribeEvent, now: number): Promise<void> {
  if (event.items.every(({ kind }) => kind === 'sent')) return
  const settings = await ports.settings()
  if (!settings) return ports.log('An event was ignored: alerts are not set up.')
  if (event.items.some(({ templateId }) => !Object.hasOwn(settings.templates, templateId)))
    ports.log('An event names a template that is not set up.')
  await countEvent(ports, event, settings, now)
}

async function settleSent(
  { readers, alerts }: EventPorts,
  { from, at }: SubscribeEvent,
  { templateId, msgid, code }: EventItem & { kind: 'sent' },
  now: number,
): Promise<void> {
  const reader = await readers.find(from)
  // Deleted meanwhile: nothing is held that this could settle.
  if (!reader) return
  const row = Object.hasOwn(reader.templates, templateId) ? reader.templates[templateId] : undefined
  const credits = row ?? noCredits()
  if (wasTest(credits, msgid)) return
  if (isTesting(credits, now)) throw new Error('A test alert is on its way to this reader.')
  const { holds, settled } = credits
  await settleSentEvent(alerts, { key: reader.key, templateId, holds, settled }, { msgid, code, at })
}
