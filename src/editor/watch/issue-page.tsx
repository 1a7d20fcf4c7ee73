import { Text } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { useCallback } from 'react'
import { call } from '#cloud/call'
import { DOT } from '#reader/dot'
import { type Reader, useReader } from '#reader/use-reader'
import { listCampaigns } from '#shared/alerts/campaign-endpoints'
import { ChannelSchema, type IssueSummary, listIssues } from '#shared/issues/endpoints'
import { issueAddress, issueIdOf } from '#shared/newsletter/issue-address'
import { readingModes } from '#shared/newsletter/reading'
import { firstText } from '#shared/newsletter/shown-text'
import { countReads } from '#shared/statistics/endpoints'
import { Action } from '../components/action'
import { AnswerView, TroublePage } from '../components/answer-view'
import { Bars } from '../components/bars'
import { Part } from '../components/part'
import { EditorPage } from '../editor-page'
import { useAnswer } from '../use-answer'
import { editorWordsIn } from '../words'
import { troubleWordsIn } from '../words-trouble'
import { type WatchWords, watchWordsIn } from '../words-watch'
import { CampaignPart } from './campaign-part'
import './watch.scss'

/** One issue: its alerts and its reads. */
export function WatchIssuePage() {
  const { params } = useRouter()
  const id = issueIdOf(params)
  const reader = useReader()
  const { language } = reader
  return (
    <EditorPage title={editorWordsIn(language).watch}>
      {id === null ? (
        <TroublePage code="INVALID_INPUT" words={troubleWordsIn(language)} onRetry={() => {}} />
      ) : (
        <Watched id={id} campaign={params.campaign ?? null} reader={reader} />
      )}
    </EditorPage>
  )
}

function Watched({ id, campaign, reader }: { id: string; campaign: string | null; reader: Reader }) {
  const { language } = reader
  const words = watchWordsIn(language)
  const ask = useCallback(() => readsAndCampaign(id, campaign), [id, campaign])
  return (
    <AnswerView of={useAnswer(ask)} language={language}>
      {({ reads, issue, campaignId }) => (
        <>
          {issue && <Head issue={issue} reader={reader} words={words} />}
          {campaignId === null ? (
            <Part title={words.alerts} hint={words.noAlerts} />
          ) : (
            <CampaignPart id={campaignId} reader={reader} />
          )}
          <Part title={words.reads} hint={words.readsHint}>
            <Text className="watch__by">{words.byMode}</Text>
            <Bars
              bars={readingModes.map((mode) => ({ name: words.modes[mode], value: reads.modes[mode] ?? 0 }))}
            />
            <Text className="watch__by">{words.byChannel}</Text>
            <Bars
              bars={ChannelSchema.options.map((channel) => ({
                name: words.channels[channel],
                value: reads.channels[channel] ?? 0,
              }))}
            />
          </Part>
          <Text className="entry__note watch__end">{words.beijing}</Text>
        </>
      )}
    </AnswerView>
  )
}

/** The campaign is the one that the way here names, else the issue's own. */
async function readsAndCampaign(id: string, campaign: string | null) {
  const [reads, { issues }, campaigns] = await Promise.all([
    call(countReads, { id }),
    call(listIssues, { limit: 50 }),
    campaign === null ? call(listCampaigns, {}) : null,
  ])
  return {
    reads,
    issue: issues.find((issue) => issue.id === id) ?? null,
    campaignId: campaign ?? campaigns?.campaigns.find(({ issueId }) => issueId === id)?.id ?? null,
  }
}

function Head({ issue, reader, words }: { issue: IssueSummary; reader: Reader; words: WatchWords }) {
  const { language } = reader
  const { headlines, series } = issue
  const number = series.number === null ? [] : [reader.words.number(series.number)]
  return (
    <>
      <Text className={`watch__title watch__title--${language}`}>
        {firstText(headlines[0] ?? series.title, language)}
      </Text>
      <Text className="entry__note">{[firstText(series.title, language), ...number].join(DOT)}</Text>
      <Action name={words.openIssue} onTap={() => Taro.navigateTo({ url: issueAddress(issue.id) })} />
    </>
  )
}
