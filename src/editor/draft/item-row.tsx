import { Text, View } from '@tarojs/components'
import { aria } from '#components/aria'
import { DOT } from '#reader/dot'
import type { DraftItem } from '#shared/drafts/draft-issue'
import { languagesOf, otherLanguage } from '#shared/newsletter/reading'
import type { DraftWords } from '../words-draft'

type Props = {
  item: DraftItem
  /** Counted through all sections, as readers see it. */
  number: number
  words: DraftWords
  /** What a tap opens. */
  onTap?: () => void
}

/** An item by its titles, and what it lacks. */
export function ItemRow({ item, number, words, onTap }: Props) {
  const missing = missingOf(item, words)
  const isUntitled = item.title.zh === null && item.title.en === null
  const leads = onTap ? { hoverClass: 'pressed', onClick: onTap, ...aria({ role: 'link' }) } : {}
  return (
    <View className={onTap ? 'item-row item-row--leads' : 'item-row'} {...leads}>
      <Text className="item-row__number">{number}</Text>
      <View className="item-row__text">
        {isUntitled && <Text className="item-row__title">{words.untitled}</Text>}
        {languagesOf('both').map(
          (language) =>
            item.title[language] !== null && (
              <Text key={language} className={`item-row__title item-row__title--${language}`}>
                {item.title[language]}
              </Text>
            ),
        )}
        {missing.length > 0 && <Text className="item-row__missing">{missing.join(DOT)}</Text>}
      </View>
    </View>
  )
}

function missingOf({ title, body, source }: DraftItem, words: DraftWords): string[] {
  return languagesOf('both').flatMap((language) => {
    if (title[language] === null && body[language] === null) return [words.missingHalf[language]]
    return [
      ...(title[language] === null ? [words.missingTitle[language]] : []),
      ...(body[language] === null ? [words.missingBody[language]] : []),
      ...(source[language] === null && source[otherLanguage(language)] !== null
        ? [words.missingSource[language]]
        : []),
    ]
  })
}
