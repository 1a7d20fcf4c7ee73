import { Text, View } from '@tarojs/components'
import { aria } from '#components/aria'
import { monthInWords } from '#reader/date-in-words'
import { useReader } from '#reader/use-reader'
import type { IssueSummary } from '#shared/issues/endpoints'
import { firstText } from '#shared/newsletter/shown-text'
import { groupByMonth } from './group-by-month'
import { IssueLead } from './issue-lead'
import { IssueRow } from './issue-row'

/** The masthead, the newest issue in full, and the others by month. */
export function IssueList({ issues }: { issues: readonly IssueSummary[] }) {
  const reader = useReader()
  const { words, language } = reader
  const [newest, ...others] = issues
  if (!newest) return null
  const other = language === 'zh' ? newest.publication.en : newest.publication.zh
  return (
    <>
      <View className="masthead">
        <Text className="masthead__name" {...aria({ role: 'heading', level: 1 })}>
          {firstText(newest.publication, language)}
        </Text>
        <View className="masthead__meta">
          {other !== null && <View>{other}</View>}
          {newest.number !== null && <View>{words.runningNumber(newest.number)}</View>}
        </View>
      </View>
      <IssueLead issue={newest} reader={reader} />
      {groupByMonth(others).map(({ month, issues: ofMonth }) => (
        <View key={month} className="month">
          <Text className="month__name" {...aria({ role: 'heading', level: 2 })}>
            {monthInWords(month, words)}
          </Text>
          {ofMonth.map((issue) => (
            <IssueRow key={issue.id} issue={issue} reader={reader} />
          ))}
        </View>
      ))}
    </>
  )
}
