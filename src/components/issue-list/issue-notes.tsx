import { Text, View } from '@tarojs/components'
import { DOT } from '#reader/dot'
import { openedIssues } from '#reader/phone'
import type { Reader } from '#reader/use-reader'
import type { IssueSummary } from '#shared/issues/endpoints'
import { readingMinutes } from '#shared/newsletter/reading-minutes'
import { firstText } from '#shared/newsletter/shown-text'

type Props = { issue: IssueSummary; reader: Reader; withSeries?: boolean }

/** The small line below a title: how much there is to read, and whether it has been opened yet. */
export function IssueNotes({ issue, reader, withSeries = false }: Props) {
  const { words, mode, language } = reader
  const notes = [
    ...(withSeries ? [firstText(issue.series.title, language)] : []),
    words.itemCount(issue.itemCount),
    ...(withSeries ? [] : [words.minutes(readingMinutes(issue.minutes, mode))]),
  ]
  const isUnread = !openedIssues.has(issue.id)
  return (
    <View className="notes">
      {notes.join(DOT)}
      {isUnread && DOT}
      {isUnread && <Text className="notes__unread">{words.unread}</Text>}
    </View>
  )
}
