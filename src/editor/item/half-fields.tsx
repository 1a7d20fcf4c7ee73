import { Text, View } from '@tarojs/components'
import { aria } from '#components/aria'
import type { DraftItem } from '#shared/drafts/draft-issue'
import { setText } from '#shared/drafts/set-text'
import type { Language } from '#shared/newsletter/bilingual'
import { otherLanguage } from '#shared/newsletter/reading'
import { Action } from '../components/action'
import { TypedField } from '../components/typed-field'
import type { DraftOnPage } from '../draft-on-page'
import { readLine, readWebAddress, showText } from '../read-field'
import type { Undo } from '../use-undo'
import type { ItemWords } from '../words-item'
import { Paragraphs } from './paragraphs'

type Props = { inHand: DraftOnPage; item: DraftItem; language: Language; words: ItemWords; undo: Undo }

/** An item in one language: its title, its text, its source. What is missing is a field to begin in. */
export function HalfFields(props: Props) {
  const { inHand, item, language, words } = props
  const { draft, change } = inHand
  const { key, title, source } = item
  const offered = source[otherLanguage(language)]
  const named = (part: string) => ({ draftId: draft.id, name: `${key} ${part}.${language}`, show: showText })
  return (
    <View className={`half-fields half-fields--${language}`}>
      <Text className="half-fields__language" {...aria({ role: 'heading', level: 2 })}>
        {words.halves[language]}
      </Text>
      <View className="half-fields__title">
        <TypedField
          {...named('title')}
          label={words.title}
          spoken={`${words.halves[language]} ${words.title}`}
          value={title[language]}
          read={readLine}
          example={words.missingTitle[language]}
          isLong
          onChange={(text) =>
            change((issue) => setText(issue, { of: 'title', item: key, language }, text ?? ''))
          }
        />
      </View>
      <Paragraphs {...props} />
      <TypedField
        {...named('source')}
        label={words.source}
        spoken={`${words.halves[language]} ${words.source}`}
        value={source[language]}
        read={readWebAddress}
        example={words.sourceExample}
        wrong={words.notSource}
        isLong
        onChange={(text) =>
          change((issue) => setText(issue, { of: 'source', item: key, language }, text ?? ''))
        }
      />
      {source[language] === null && offered !== null && (
        <Action
          name={words.sameSource[language]}
          spoken={`${words.source} ${words.sameSource[language]}`}
          onTap={() => change((issue) => setText(issue, { of: 'source', item: key, language }, offered))}
        />
      )}
    </View>
  )
}
