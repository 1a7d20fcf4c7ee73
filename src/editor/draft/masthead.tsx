import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { aria } from '#components/aria'
import { dateInWords, monthInWords } from '#reader/date-in-words'
import { DOT } from '#reader/dot'
import { firstText, showFirst } from '#shared/newsletter/shown-text'
import { Action } from '../components/action'
import type { DraftPart } from '../draft-on-page'
import { MastheadFields } from './masthead-fields'
import { SameNumber, Ways } from './ways'

/** The masthead as readers will see it, the ways on, and by a tap its fields. */
export function Masthead({ inHand, words, reader }: DraftPart) {
  const { issue } = inHand.draft
  const isNew = issue.month === null && issue.sections.length === 0
  const [isOpen, setOpen] = useState(isNew)
  const series = showFirst(issue.series.title, reader.language)
  const name = firstText(issue.publication, reader.language)
  const running = issue.number === null ? null : reader.words.runningNumber(issue.number)
  return (
    <>
      <View className="draft-head">
        <View className="draft-head__names">
          <Text className="draft-head__imprint">
            {[name, running].filter((part) => part !== null && part !== '').join(DOT)}
          </Text>
          <Text
            className={`draft-head__name draft-head__name--${series.language}`}
            {...aria({ role: 'heading', level: 1 })}
          >
            {series.text === '' ? words.noSeries : series.text}
          </Text>
        </View>
        <View className="draft-head__meta">
          <View>
            {issue.series.number === null ? words.noNumber : reader.words.number(issue.series.number)}
          </View>
          <View>{whenOf(issue, words, reader)}</View>
        </View>
      </View>
      <View className="actions">
        <Ways inHand={inHand} words={words} />
        <Action name={isOpen ? words.closeMasthead : words.mendMasthead} onTap={() => setOpen(!isOpen)} />
      </View>
      <SameNumber inHand={inHand} words={words} />
      {isOpen && <MastheadFields inHand={inHand} words={words} />}
    </>
  )
}

function whenOf(
  { date, month }: DraftPart['inHand']['draft']['issue'],
  words: DraftPart['words'],
  reader: DraftPart['reader'],
): string {
  if (month === null) return words.noMonth
  return date === null ? monthInWords(month, reader.words) : dateInWords({ date, month }, reader.words)
}
