import { Text, View } from '@tarojs/components'
import { aria } from '#components/aria'
import { monthInWords } from '#reader/date-in-words'
import { type Reader, useReader } from '#reader/use-reader'
import type { IssueSummary } from '#shared/issues/endpoints'
import { firstText } from '#shared/newsletter/shown-text'
import { groupByMonth } from './group-by-month'
import { IssueLead } from './issue-lead'
import { IssueRow } from './issue-row'

type Props = { issues: readonly IssueSummary[]; isOfSeries: boolean; isFirstVisit: boolean }

/** The masthead, the newest issue in full, and the others by month. */
export function IssueList({ issues, isOfSeries, isFirstVisit }: Props) {
  const reader = useReader()
  const { words } = reader
  const [newest, ...others] = issues
  if (!newest) return null
  return (
    <>
      <Masthead issue={newest} isOfSeries={isOfSeries} reader={reader} />
      {isFirstVisit && (
        <View className="imprint">
          <View>{words.aboutText}</View>
          <View>{words.aboutLanguages}</View>
        </View>
      )}
      <IssueLead issue={newest} reader={reader} withSeries={!isOfSeries} />
      {groupByMonth(others).map(({ month, issues: ofMonth }) => (
        <View key={month} className="month">
          <Text className="month__name" {...aria({ role: 'heading', level: 2 })}>
            {monthInWords(month, words)}
          </Text>
          {ofMonth.map((issue) => (
            <IssueRow key={issue.id} issue={issue} reader={reader} withSeries={!isOfSeries} />
          ))}
        </View>
      ))}
    </>
  )
}

function Masthead({
  issue,
  isOfSeries,
  reader,
}: {
  issue: IssueSummary
  isOfSeries: boolean
  reader: Reader
}) {
  const { words, language } = reader
  const name = isOfSeries ? issue.series.title : issue.publication
  const other = language === 'zh' ? name.en : name.zh
  return (
    <View className={isOfSeries ? 'masthead masthead--series' : 'masthead'}>
      <Text className="masthead__name" {...aria({ role: 'heading', level: 1 })}>
        {firstText(name, language)}
      </Text>
      <View className="masthead__meta">
        {isOfSeries && <View>{firstText(issue.publication, language)}</View>}
        {!isOfSeries && other !== null && <View>{other}</View>}
        {!isOfSeries && issue.number !== null && <View>{words.runningNumber(issue.number)}</View>}
      </View>
    </View>
  )
}
