import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { memo, useEffect } from 'react'
import type { KeptIssue } from '#cloud/issue-store'
import { AlertStrip } from '#components/alert-strip/alert-strip'
import { aria } from '#components/aria'
import type { ArrivalItem } from '#reader/arrival'
import { dateInWords } from '#reader/date-in-words'
import type { Reader } from '#reader/use-reader'
import type { Issue } from '#shared/newsletter/issue'
import { itemAnchor } from '#shared/newsletter/item-anchor'
import { showText } from '#shared/newsletter/shown-text'
import { Colophon } from './colophon'
import { Contents } from './contents'
import { CorrectionLines } from './correction-lines'
import { ItemText } from './item-text'
import { scrollToAnchor } from './scroll-to-anchor'
import type { IssueSharing } from './use-issue-sharing'

/** An issue, or a draft of one that may still lack its month. */
type ReadIssue = Omit<Issue, 'id' | 'month'> & { month: string | null }

type Props = { issue: ReadIssue; reader: Reader }

type TextProps = Props & {
  correction?: KeptIssue['correction']
  /** Whose alerts are offered below it; absent in a preview. */
  seriesId?: string
  /** How readers share it; absent where nobody can. */
  sharing?: IssueSharing | null
  /** The item that a shared card is about. */
  arrival?: ArrivalItem | null
  /** Says what this is. */
  isFirstVisit?: boolean
}

/** A whole issue, from its masthead to the back cover. */
export const IssueText = memo(function IssueText({
  issue,
  reader,
  correction,
  seriesId,
  sharing,
  arrival,
  isFirstVisit = false,
}: TextProps) {
  const { words, mode } = reader
  useEffect(() => {
    if (arrival) Taro.nextTick(() => scrollToAnchor(arrival.anchor))
  }, [arrival])
  return (
    <>
      <Masthead issue={issue} reader={reader} />
      {isFirstVisit && <View className="imprint">{words.aboutText}</View>}
      {correction && <CorrectionLines correction={correction} mode={mode} />}
      <Contents issue={issue} reader={reader} />
      {issue.sections.map((section, sectionIndex) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a section is its place in the issue, as its anchor is.
        <View key={sectionIndex} className="section">
          <View className="section__title" {...aria({ role: 'heading', level: 2 })}>
            {showText(section.title, mode).map(({ language, text }) => (
              <Text key={language} className={`section__name section__name--${language}`}>
                {text}
              </Text>
            ))}
          </View>
          {section.items.map((item, itemIndex) => {
            const anchor = itemAnchor(sectionIndex, itemIndex)
            return (
              <ItemText
                key={anchor}
                anchor={anchor}
                item={item}
                readersDefault={mode}
                firstChoice={arrival?.anchor === anchor ? arrival.language : null}
                words={words}
                shared={process.env.TARO_ENV === 'weapp' ? sharing?.shown : undefined}
              />
            )
          })}
        </View>
      ))}
      {seriesId && <AlertStrip series={{ id: seriesId, title: issue.series.title }} />}
      {sharing && (
        <View
          className="poster-link"
          hoverClass="pressed"
          onClick={() => Taro.navigateTo({ url: `/poster/index?id=${sharing.id}` })}
          {...aria({ role: 'link' })}
        >
          {words.poster}
        </View>
      )}
      <Colophon issue={issue} reader={reader} />
    </>
  )
})

function Masthead({ issue, reader: { words, mode } }: Props) {
  return (
    <View className="issue-head">
      <View className="issue-head__names">
        {showText(issue.series.title, mode).map(({ language, text }, index) => (
          <Text
            key={index === 0 ? 'first' : 'second'}
            className={`issue-head__name issue-head__name--${language}`}
            {...aria({ role: 'heading', level: 1 })}
          >
            {text}
          </Text>
        ))}
      </View>
      <View className="issue-head__meta">
        {issue.series.number !== null && <View>{words.number(issue.series.number)}</View>}
        <View>{dateInWords(issue, words)}</View>
      </View>
    </View>
  )
}
