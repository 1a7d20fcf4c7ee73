import { Text, View } from '@tarojs/components'
import { aria } from '#components/aria'
import { dateInWords } from '#reader/date-in-words'
import { DOT } from '#reader/dot'
import type { Reader } from '#reader/use-reader'
import type { IssueSummary } from '#shared/issues/endpoints'
import { languagesOf } from '#shared/newsletter/reading'
import { showFirst, showText } from '#shared/newsletter/shown-text'
import { IssueNotes } from './issue-notes'
import { openIssue } from './open-issue'

type Props = { issue: IssueSummary; reader: Reader; withSeries: boolean }

/** The newest issue: its first title as the headline, the next ones below. */
export function IssueLead({ issue, reader, withSeries }: Props) {
  const { words, mode, language } = reader
  const [headline, ...more] = issue.headlines
  const textLanguage = languagesOf(mode)[0] ?? language
  const series = showFirst(issue.series.title, textLanguage)
  return (
    <View
      className="lead"
      hoverClass="pressed"
      onClick={() => openIssue(issue.id)}
      {...aria({ role: 'link' })}
    >
      <View className="lead__series">
        {withSeries && (
          <Text className={`lead__series-title lead__series-title--${series.language}`}>{series.text}</Text>
        )}
        <Text className="lead__series-number">
          {issue.series.number !== null && `${words.number(issue.series.number)}${DOT}`}
          {dateInWords(issue, words)}
        </Text>
      </View>
      {headline &&
        showText(headline, mode).map(({ language, text }, index) => (
          <Text key={index === 0 ? 'first' : 'second'} className={`lead__title lead__title--${language}`}>
            {text}
          </Text>
        ))}
      {more
        .map((title) => showFirst(title, textLanguage))
        .map((title, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: titles have no name of their own, and never change places.
          <Text key={index} className={`lead__more lead__more--${title.language}`}>
            {title.text}
          </Text>
        ))}
      <IssueNotes issue={issue} reader={reader} />
    </View>
  )
}
