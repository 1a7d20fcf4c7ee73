import { Text } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { call } from '#cloud/call'
import { aria } from '#components/aria'
import { DOT } from '#reader/dot'
import { type Reader, useReader } from '#reader/use-reader'
import { listCampaigns } from '#shared/alerts/campaign-endpoints'
import type { EndpointOutput } from '#shared/endpoint'
import { listIssues } from '#shared/issues/endpoints'
import { firstText } from '#shared/newsletter/shown-text'
import { countFollowers } from '#shared/statistics/endpoints'
import { addresses } from '../addresses'
import { AnswerView } from '../components/answer-view'
import { Bars } from '../components/bars'
import { Entry } from '../components/entry'
import { Part } from '../components/part'
import { EditorPage } from '../editor-page'
import { useAnswer } from '../use-answer'
import { editorWordsIn } from '../words'
import { type WatchWords, watchWordsIn } from '../words-watch'
import { type WatchRow, watchRows } from './watch-rows'

const ask = async () => {
  const [campaigns, { issues }, { series }] = await Promise.all([
    call(listCampaigns, {}),
    call(listIssues, { limit: 50 }),
    call(countFollowers, {}),
  ])
  return { campaigns, rows: watchRows(issues, campaigns.campaigns), series }
}

/** How alerts go and who asks for them, over all issues. */
export default function WatchPage() {
  const reader = useReader()
  const { language } = reader
  const words = watchWordsIn(language)
  const answer = useAnswer(ask)
  return (
    <EditorPage title={editorWordsIn(language).watch}>
      <AnswerView of={answer} language={language}>
        {({ campaigns, rows, series }) => (
          <>
            <Warnings campaigns={campaigns} words={words} />
            <Part title={words.issues}>
              {rows.length === 0 && <Text className="said">{words.noIssues}</Text>}
              {rows.map((row) => (
                <Entry
                  key={row.issueId}
                  name={nameOf(row, reader)}
                  note={noteOf(row, reader, words)}
                  isGrave={row.campaign?.state === 'paused'}
                  onTap={() => open(row)}
                />
              ))}
            </Part>
            <Part title={words.followers} hint={words.followersHint}>
              {series.length === 0 ? (
                <Text className="said">{words.noFollowers}</Text>
              ) : (
                <Bars
                  bars={series.map(({ title, followers }) => ({
                    name: firstText(title, language),
                    value: followers,
                  }))}
                />
              )}
            </Part>
          </>
        )}
      </AnswerView>
    </EditorPage>
  )
}

type WarningsProps = { campaigns: EndpointOutput<typeof listCampaigns>; words: WatchWords }

/** What keeps alerts from being sent, or their counts from being right. */
function Warnings({ campaigns: { settingsTrouble, reports }, words }: WarningsProps) {
  const { confirmed, unconfirmed, isDoubtful } = reports
  return (
    <>
      {settingsTrouble !== null && (
        <Text className="said said--grave" {...aria({ role: 'status' })}>
          {words.notOffered}
        </Text>
      )}
      {isDoubtful && (
        <Text className="said said--grave" {...aria({ role: 'status' })}>
          {words.doubtful(unconfirmed, confirmed + unconfirmed)}
        </Text>
      )}
    </>
  )
}

function nameOf({ issue, issueId }: WatchRow, { language, words }: Reader): string {
  if (issue) return firstText(issue.headlines[0] ?? issue.series.title, language)
  return /^\d+$/u.test(issueId) ? words.runningNumber(Number(issueId)) : issueId
}

function noteOf({ issue, campaign }: WatchRow, { language, words }: Reader, own: WatchWords): string {
  const series = issue && firstText(issue.series.title, language)
  const number = issue?.series.number ? words.number(issue.series.number) : null
  const state = campaign ? own.states[campaign.state] : own.noAlerts
  return [series, number, state].filter((part) => part !== null).join(DOT)
}

function open({ issueId, campaign }: WatchRow): void {
  Taro.navigateTo({ url: addresses.watchIssue(issueId, campaign?.id ?? null) })
}
