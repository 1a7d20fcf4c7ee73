import { Text, View } from '@tarojs/components'
import { aria } from '#components/aria'
import type { Reader } from '#reader/use-reader'
import type { IssueSummary } from '#shared/issues/endpoints'
import { showText } from '#shared/newsletter/shown-text'
import { IssueNotes } from './issue-notes'
import { openIssue } from './open-issue'

type Props = { issue: IssueSummary; reader: Reader; withSeries: boolean }

/** An older issue in one or two lines. */
export function IssueRow({ issue, reader, withSeries }: Props) {
  const headline = issue.headlines[0] ?? issue.series.title
  return (
    <View
      className="row"
      hoverClass="pressed"
      onClick={() => openIssue(issue.id)}
      {...aria({ role: 'link' })}
    >
      <Text className="row__number">{issue.series.number ?? issue.number ?? ''}</Text>
      <View className="row__text">
        {showText(headline, reader.mode).map(({ language, text }, index) => (
          <Text key={index === 0 ? 'first' : 'second'} className={`row__title row__title--${language}`}>
            {text}
          </Text>
        ))}
        <IssueNotes issue={issue} reader={reader} withSeries={withSeries} />
      </View>
    </View>
  )
}
