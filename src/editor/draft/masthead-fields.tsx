import { setNumber } from '#shared/drafts/set-number'
import { setText } from '#shared/drafts/set-text'
import { languagesOf } from '#shared/newsletter/reading'
import { Action } from '../components/action'
import { TypedField } from '../components/typed-field'
import type { DraftPart } from '../draft-on-page'
import { readDate, readLine, readMonth, readNumber, showText } from '../read-field'

type Props = Pick<DraftPart, 'inHand' | 'words'>

export function MastheadFields({ inHand: { draft, defaults, next, change }, words }: Props) {
  const { id, issue } = draft
  const ofDraft = { draftId: id, show: showText }
  const isAsInSeries = JSON.stringify(defaults?.publication) === JSON.stringify(issue.publication)
  return (
    <>
      {languagesOf('both').map((language) => (
        <TypedField
          key={language}
          {...ofDraft}
          name={`publication.${language}`}
          label={words.publication[language]}
          value={issue.publication[language]}
          read={readLine}
          isLong
          onChange={(text) => change((all) => setText(all, { of: 'publication', language }, text ?? ''))}
        />
      ))}
      {defaults && !isAsInSeries && (
        <Action
          name={words.asInSeries}
          onTap={() => change((all) => ({ ...all, publication: defaults.publication }))}
        />
      )}
      <TypedField
        {...ofDraft}
        name="number"
        label={words.number}
        value={issue.number}
        read={readNumber}
        wrong={words.notNumber}
        isNumber
        onChange={(number) => change((all) => setNumber(all, 'number', number))}
      />
      {next.number !== null && issue.number !== next.number && (
        <Action
          name={words.proposed(next.number)}
          onTap={() => change((all) => setNumber(all, 'number', next.number))}
        />
      )}
      {languagesOf('both').map((language) => (
        <TypedField
          key={language}
          {...ofDraft}
          name={`series.title.${language}`}
          label={words.series[language]}
          value={issue.series.title[language]}
          read={readLine}
          isLong
          onChange={(text) => change((all) => setText(all, { of: 'series', language }, text ?? ''))}
        />
      ))}
      <TypedField
        {...ofDraft}
        name="series.number"
        label={words.seriesNumber}
        value={issue.series.number}
        read={readNumber}
        wrong={words.notNumber}
        isNumber
        onChange={(number) => change((all) => setNumber(all, 'series', number))}
      />
      {next.seriesNumber !== null && issue.series.number !== next.seriesNumber && (
        <Action
          name={words.proposed(next.seriesNumber)}
          onTap={() => change((all) => setNumber(all, 'series', next.seriesNumber))}
        />
      )}
      <TypedField
        {...ofDraft}
        name="month"
        label={words.month}
        value={issue.month}
        read={readMonth}
        wrong={words.notMonth}
        example={words.monthExample}
        onChange={(month) => change((all) => setText(all, { of: 'month' }, month ?? ''))}
      />
      <TypedField
        {...ofDraft}
        name="date"
        label={words.date}
        value={issue.date}
        read={readDate}
        wrong={words.notDate}
        example={words.dateExample}
        onChange={(date) => change((all) => setText(all, { of: 'date' }, date ?? ''))}
      />
    </>
  )
}
