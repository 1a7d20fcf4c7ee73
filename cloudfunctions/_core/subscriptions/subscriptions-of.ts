import type { Subscriptions } from '#shared/alerts/endpoints'
import { applyFacts } from '../readers/apply-facts'
import type { Reader } from '../readers/reader'
import type { Terms } from './offers'

/** Where a reader stands, as far as the reader is to know. */
export function subscriptionsOf(
  reader: Reader | null,
  { settings, offers }: Terms,
  now: number,
): Subscriptions {
  const stock = settings?.stock ?? 0
  if (!reader) return { offers, stock, follows: [], templates: {} }
  // What is due to be taken back counts no more, though it may not have been written yet.
  const { templates, follows } = (settings && applyFacts(reader, [], settings, now)?.reader) ?? reader
  return {
    offers,
    stock,
    follows: follows.filter(({ until }) => until === null).map(({ series }) => series),
    templates: Object.fromEntries(
      Object.entries(templates).map(([id, { credits, refused }]) => [id, { credits, refused }]),
    ),
  }
}
