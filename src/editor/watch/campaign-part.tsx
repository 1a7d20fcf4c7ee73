import { Text, View } from '@tarojs/components'
import { useDidShow } from '@tarojs/taro'
import { useCallback, useState } from 'react'
import { call } from '#cloud/call'
import { DOT } from '#reader/dot'
import type { Reader } from '#reader/use-reader'
import { type CampaignOverview, getCampaign } from '#shared/alerts/campaign-endpoints'
import { momentInWords } from '../beijing-time'
import { AnswerView } from '../components/answer-view'
import { Bars } from '../components/bars'
import { Part } from '../components/part'
import { useAnswer } from '../use-answer'
import { useWhileShown } from '../use-while-shown'
import { watchWordsIn } from '../words-watch'
import { CampaignActs } from './campaign-acts'
import { campaignReason } from './campaign-reason'
import { Troubles } from './troubles'

/** ms. A run of the sender takes half a minute, and writes all the time. */
const REFRESHED_EVERY = 5_000

/** Two minutes in which nothing happened: it waits for the morning, or for WeChat. */
const MOST_UNCHANGED = 24

/** One campaign: how far it is, what came of it, and what can be done with it. Kept up to date while it goes on. */
export function CampaignPart({ id, reader }: { id: string; reader: Reader }) {
  const { language } = reader
  const answer = useAnswer(useCallback(() => call(getCampaign, { id }), [id]))
  const overview = answer.answer.state === 'shown' ? answer.answer.value : null
  const seen = JSON.stringify(overview)
  const [unchanged, setUnchanged] = useState({ seen, times: 0 })
  if (unchanged.seen !== seen) setUnchanged({ seen, times: 0 })
  useDidShow(() => setUnchanged((before) => ({ ...before, times: 0 })))
  const isWanted = overview !== null && goesOn(overview) && unchanged.times < MOST_UNCHANGED
  useWhileShown(isWanted, REFRESHED_EVERY, async () => {
    await answer.refresh()
    setUnchanged((before) => ({ ...before, times: before.times + 1 }))
  })
  return (
    <Part title={watchWordsIn(language).alerts}>
      <AnswerView of={answer} language={language}>
        {(value) => (
          <>
            <Progress overview={value} reader={reader} />
            <Troubles overview={value} language={language} />
            <CampaignActs overview={value} language={language} onDone={answer.refresh} />
          </>
        )}
      </AnswerView>
    </Part>
  )
}

/** A paused one changes by an editor's hand only. */
function goesOn({ campaign: { state, finishedAt } }: CampaignOverview): boolean {
  return state !== 'paused' && finishedAt === null
}

function Progress({ overview, reader }: { overview: CampaignOverview; reader: Reader }) {
  const { language } = reader
  const words = watchWordsIn(language)
  const { campaign, counts, perSecond, estimatedEnd } = overview
  const open = counts.pending + counts.waiting + counts.sending
  const all = open + counts.accepted + counts.delivered + counts.failed + counts.unknown + counts.skipped
  const moment = (iso: string) => momentInWords(iso, reader.words)
  const pace = [
    ...(perSecond === null || !goesOn(overview) ? [] : [words.rate(rounded(perSecond))]),
    ...(estimatedEnd === null ? [] : [words.estimatedEnd(moment(estimatedEnd))]),
  ]
  const times = [
    words.opened(moment(campaign.openedAt)),
    campaign.finishedAt === null
      ? words.expires(moment(campaign.expiresAt))
      : words.finished(moment(campaign.finishedAt)),
  ]
  return (
    <>
      <Text className="campaign__state">{words.states[campaign.state]}</Text>
      {campaign.reason !== '' && (
        <Text className="said said--grave">{campaignReason(campaign.reason, language)}</Text>
      )}
      {campaign.state !== 'freezing' && (
        <Text className="part__hint">{all === 0 ? words.nobody : words.progress(all - open, all)}</Text>
      )}
      {/* Where nobody asked, the chart would be empty for ever. */}
      {!(all === 0 && campaign.state === 'done') && (
        <View className="campaign__bars">
          <Bars
            bars={[
              { name: words.counts.delivered, value: counts.delivered },
              { name: words.counts.accepted, value: counts.accepted },
              { name: words.counts.open, value: open, look: 'waiting' },
              { name: words.counts.failed, value: counts.failed, look: 'bad' },
              { name: words.counts.unknown, value: counts.unknown, look: 'bad' },
              { name: words.counts.skipped, value: counts.skipped, look: 'waiting' },
            ]}
          />
        </View>
      )}
      {counts.waiting > 0 && <Text className="entry__note">{words.retried(counts.waiting)}</Text>}
      {pace.length > 0 && <Text className="entry__note">{pace.join(DOT)}</Text>}
      <Text className="entry__note">{times.join(DOT)}</Text>
    </>
  )
}

function rounded(perSecond: number): string {
  return perSecond < 10 ? perSecond.toFixed(1) : String(Math.round(perSecond))
}
