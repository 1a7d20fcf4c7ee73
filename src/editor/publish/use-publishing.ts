import { useState } from 'react'
import { call } from '#cloud/call'
import type { Draft } from '#shared/drafts/draft'
import { publishDraft, unscheduleDraft, withdrawDraft } from '#shared/drafts/endpoints'
import type { EndpointInput, EndpointOutput } from '#shared/endpoint'
import { AppError } from '#shared/errors'
import type { Language } from '#shared/newsletter/bilingual'
import type { DraftOnPage } from '../draft-on-page'
import { type Act, useAct } from '../use-act'
import { draftStore } from '../use-draft'
import { publishWordsIn } from '../words-publish'
import { publicationKind } from './publication-kind'

export type Plan = Pick<EndpointInput<typeof publishDraft>, 'at' | 'withAlerts' | 'note'>

export type Publishing = {
  act: Act
  /** What came of publishing here; null before. */
  campaign: Pick<EndpointOutput<typeof publishDraft>, 'campaignId' | 'alertTrouble'> | null
  publish: (plan: Plan) => Promise<void>
  unschedule: () => Promise<void>
  withdraw: () => Promise<void>
}

/** The acts of publishing. Whatever became of one, the page then shows how the draft really stands. */
export function usePublishing(
  { draft: { id, publication }, flush, learn, refresh }: DraftOnPage,
  language: Language,
): Publishing {
  const words = publishWordsIn(language)
  const [campaign, setCampaign] = useState<Publishing['campaign']>(null)
  const act = useAct(language, { INVALID_INPUT: words.incomplete, OFFLINE: words.unknownOutcome })
  const current = () => draftStore(id).get()

  const publish = (plan: Plan) =>
    act.run(async () => {
      await flush()
      const { draft, saving } = current()
      if (!draft || saving !== 'saved')
        return { trouble: words.unsaved[saving === 'conflict' ? saving : 'offline'] }
      const kind = publicationKind(draft)
      // Just what readers have, published once more, changes nothing: it was done before.
      const done = words.done[plan.at !== null ? 'schedule' : kind === 'none' ? 'correct' : kind]
      try {
        const answer = await call(publishDraft, { id, revision: draft.revision, ...plan })
        learn(answer.draft)
        setCampaign(answer)
        return answer.alertTrouble === null ? done : { trouble: words.nobodyTold }
      } catch (thrown) {
        await refresh()
        const now = current().draft
        // The answer was lost on its way, and what was asked for was done.
        if (now && isDone(now, draft.revision, plan)) return done
        if (AppError.from(thrown).code !== 'CONFLICT') throw thrown
        return {
          trouble:
            now && now.revision !== draft.revision
              ? words.changedMeanwhile(now.changedBy)
              : words.numberTaken,
        }
      }
    })

  const unschedule = () =>
    act.run(async () => {
      const { draft } = await call(unscheduleDraft, { id })
      learn(draft)
      return draft.publication.revision === publication.revision
        ? words.unscheduled
        : { trouble: words.unscheduleTooLate }
    })

  const withdraw = () =>
    act.run(async () => {
      learn((await call(withdrawDraft, { id })).draft)
      setCampaign(null)
      return words.withdrawn
    })

  return { act, campaign, publish, unschedule, withdraw }
}

function isDone({ publication }: Draft, revision: number, { at }: Plan): boolean {
  return at === null
    ? publication.state === 'published' && publication.revision === revision
    : publication.publishAt === at
}
