import type { InferOutput } from 'valibot'
import type { reportPanel as endpoint, Subscriptions } from '#shared/alerts/endpoints'
import { AppError } from '#shared/errors'
import type { AlertSettings } from '../alerts/alert-settings'
import { applyFacts, type ReaderChange, type TemplateFact } from '../readers/apply-facts'
import { changeReader } from '../readers/change-reader'
import { answerOf, reportId } from '../readers/consent-fact'
import { createReader } from '../readers/create-reader'
import { startFollowing } from '../readers/follows'
import type { Reader } from '../readers/reader'
import type { Context } from '../serve'
import { readTerms, type Terms } from './offers'
import { signedIn } from './signed-in'
import type { SubscriptionPorts } from './subscription-ports'
import { subscriptionsOf } from './subscriptions-of'

type Panel = InferOutput<(typeof endpoint)['input']>
type Asked = { seriesId: string; templateId: string }

/** Counts what a panel answered, and takes down the wish that it was shown for. */
export async function reportPanel(
  ports: SubscriptionPorts,
  panel: Panel,
  context: Context,
): Promise<Subscriptions> {
  const openid = signedIn(context)
  const now = context.now.getTime()
  const terms = await readTerms(ports)
  const { settings } = terms
  const asked = askedFor(panel, terms)
  if (!settings) return subscriptionsOf(await ports.readers.find(openid), terms, now)
  const reader = await changeReader(ports, openid, now, (stored) => {
    const change = afterPanel(stored ?? createReader(openid, panel.language), panel, asked, settings, now)
    return stored || (change && isWorthKeeping(change.reader)) ? change : null
  })
  return subscriptionsOf(reader, terms, now)
}

/** Refuses the whole where it claims what nobody offered: no such panel can have been shown by us. */
function askedFor({ seriesId, results }: Panel, { offers }: Terms): Asked | null {
  for (const templateId of Object.keys(results))
    if (!offers.some((offer) => offer.templateId === templateId))
      throw new AppError('INVALID_INPUT', 'The results name a template that is not offered.')
  if (seriesId === null) return null
  const offer = offers.find((each) => each.seriesId === seriesId)
  if (!offer) throw new AppError('NOT_FOUND', 'Alerts of this series are not offered.')
  return offer
}

function afterPanel(
  reader: Reader,
  { requestId, results, kept, language }: Panel,
  asked: Asked | null,
  settings: AlertSettings,
  now: number,
): ReaderChange | null {
  const id = reportId(requestId)
  const answers = new Map(Object.entries(results).map(([templateId, word]) => [templateId, answerOf(word)]))
  // A call that names no answer for its series is remembered with it too: repeated after a stop, it starts nothing.
  if (asked && !answers.has(asked.templateId)) answers.set(asked.templateId, 'none')
  const isRepeated = [...answers.keys()].some((each) => reader.templates[each]?.seen.includes(id))
  const facts = [...answers].map(
    ([templateId, answer]): TemplateFact => ({
      templateId,
      fact: { kind: 'report', id, at: now, answer, kept: kept.includes(templateId) },
    }),
  )
  const change = applyFacts(reader, isRepeated ? [] : facts, settings, now)
  if (!change || isRepeated) return change
  const counted = { ...change.reader, language }
  return { ...change, reader: asked ? withWish(counted, asked, answers.get(asked.templateId), now) : counted }
}

function withWish(
  reader: Reader,
  { seriesId, templateId }: Asked,
  answer: string | undefined,
  now: number,
): Reader {
  const row = reader.templates[templateId]
  const hasCredit = row !== undefined && row.credits + row.holds.length > 0
  if (answer !== 'accept' && !hasCredit) return reader
  return { ...reader, follows: startFollowing(reader.follows, seriesId, now) }
}

/** Of somebody who neither wishes nor allowed nor refused anything, nothing is kept. */
function isWorthKeeping({ follows, templates }: Reader): boolean {
  return follows.length > 0 || Object.values(templates).some(({ answeredAt }) => answeredAt > 0)
}
