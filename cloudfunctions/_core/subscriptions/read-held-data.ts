import type { HeldData } from '#shared/alerts/endpoints'
import type { AlertStore } from '../alerts/alert-store'
import { campaignOfHold } from '../alerts/campaign'
import type { Credits, LedgerEntry, Reader } from '../readers/reader'
import type { ReaderPorts } from '../readers/reader-store'
import type { Context } from '../serve'
import { signedIn } from './signed-in'

const MOST_ENTRIES = 1_000

type Pages = Pick<AlertStore['pages'], 'ofReader'>

/** All that is held on the caller. */
export async function readHeldData(
  { readers, ledger }: ReaderPorts,
  pages: Pages,
  context: Context,
): Promise<HeldData> {
  const reader = await readers.find(signedIn(context))
  if (!reader) return { reader: null, deliveries: [], ledger: [] }
  const [written, deliveries] = await Promise.all([
    ledger.of(reader.key, MOST_ENTRIES),
    readDeliveries(pages, reader),
  ])
  const missing = reader.unwritten.filter(({ id }) => written.every((entry) => entry.id !== id))
  const entries = [...missing, ...written].sort((one, other) => other.at - one.at)
  return {
    reader: shownReader(reader),
    deliveries,
    ledger: entries.slice(0, MOST_ENTRIES).map(shownEntry),
  }
}

/** The reader's rows in those campaigns that the reader's document knows. */
async function readDeliveries(pages: Pages, { key, templates }: Reader): Promise<HeldData['deliveries']> {
  const tokens = Object.values(templates).flatMap(({ holds, settled }) => [...holds, ...settled])
  const campaignIds = [...new Set(tokens.map(campaignOfHold))]
  const found = await Promise.all(
    campaignIds.map(async (campaignId) => {
      const page = await pages.ofReader(campaignId, key)
      const row = page?.rows.find((each) => each.key === key)
      const [issueId = '', seriesId = ''] = campaignId.split(':')
      return row ? [{ issueId, seriesId, state: row.state, at: timeOrNull(row.at ?? 0) }] : []
    }),
  )
  // What is yet to be sent comes first.
  const order = ({ at }: HeldData['deliveries'][number]) => at ?? '9'
  return found.flat().sort((one, other) => (order(one) < order(other) ? 1 : -1))
}

function shownReader({ openid, language, follows, templates }: Reader): HeldData['reader'] {
  return {
    openid,
    language,
    follows: follows.map(({ series, since, until }) => ({
      series,
      since: isoTime(since),
      until: until === null ? null : isoTime(until),
    })),
    templates: Object.fromEntries(Object.entries(templates).map(([id, row]) => [id, shownCredits(row)])),
  }
}

function shownCredits({ credits, holds, reports, refused, lastGrantAt }: Credits) {
  return {
    credits,
    reserved: holds.length,
    unconfirmed: reports.length,
    refused,
    lastConsent: timeOrNull(lastGrantAt),
  }
}

function shownEntry({ at, templateId, what, why, before, after }: LedgerEntry): HeldData['ledger'][number] {
  return { at: isoTime(at), templateId, what, why, before, after }
}

function isoTime(time: number): string {
  return new Date(time).toISOString()
}

/** 0 stands for never. */
function timeOrNull(time: number): string | null {
  return time === 0 ? null : isoTime(time)
}
