import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { aria } from '#components/aria'
import { DOT } from '#reader/dot'
import type { Reader } from '#reader/use-reader'
import type { DraftSummary } from '#shared/drafts/draft'
import { firstText, showFirst } from '#shared/newsletter/shown-text'
import { addresses } from '../addresses'
import { momentInWords } from '../beijing-time'
import type { DeskWords } from '../words-desk'

type Props = { draft: DraftSummary; words: DeskWords; reader: Reader }

/** One draft: its number and headline, where it stands, and who changed it last. */
export function DraftRow({ draft, words, reader }: Props) {
  const { language } = reader
  const { headline, series, number, publication, changedBy, changedAt } = draft
  const title = showFirst(headline, language)
  const shown = title.text === '' ? showFirst(series.title, language) : title
  const state = stateOf(draft, words, reader)
  // Most drafts are out: what is still to be done is what catches the eye.
  const isAtRest = state === words.states.never || state === words.states.published
  const changed = words.changed(changedBy, momentInWords(changedAt, reader.words))
  return (
    <View
      className="draft-row"
      hoverClass="pressed"
      onClick={() => Taro.navigateTo({ url: addresses.draft(draft.id) })}
      {...aria({ role: 'link' })}
    >
      <Text className="draft-row__number">{series.number ?? number ?? ''}</Text>
      <View className="draft-row__text">
        <Text className={`draft-row__title draft-row__title--${shown.language}`}>
          {shown.text === '' ? words.noTitle : shown.text}
        </Text>
        <View className="draft-row__notes">
          <Text className={isAtRest ? '' : 'draft-row__state'}>{state}</Text>
          {title.text !== '' && `${DOT}${firstText(series.title, language)}`}
        </View>
        {publication.trouble !== null && (
          <View className="draft-row__notes draft-row__notes--grave">{words.publicationTrouble}</View>
        )}
        <View className="draft-row__notes">{changed}</View>
      </View>
    </View>
  )
}

function stateOf({ publication, revision }: DraftSummary, words: DeskWords, reader: Reader): string {
  const { state, publishAt } = publication
  if (state === 'scheduled' && publishAt !== null)
    return words.states.scheduled(momentInWords(publishAt, reader.words))
  if (state === 'published' && publication.revision !== null && publication.revision < revision)
    return words.states.changedSince
  return state === 'published' || state === 'withdrawn' ? words.states[state] : words.states.never
}
