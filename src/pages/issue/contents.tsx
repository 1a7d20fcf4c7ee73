import { Text, View } from '@tarojs/components'
import { aria } from '#components/aria'
import type { Reader } from '#reader/use-reader'
import type { Issue } from '#shared/newsletter/issue'
import { itemAnchor } from '#shared/newsletter/item-anchor'
import { languagesOf } from '#shared/newsletter/reading'
import { showFirst } from '#shared/newsletter/shown-text'
import { scrollToAnchor } from './scroll-to-anchor'

/** Every item's title, to jump to, in one language where it exists in it. Their numbers are counted by the styles, as the items' own are. */
export function Contents({ issue, reader }: { issue: Pick<Issue, 'sections'>; reader: Reader }) {
  const { words, mode, language } = reader
  const textLanguage = languagesOf(mode)[0] ?? language
  return (
    <View className="contents">
      <Text className="contents__title" {...aria({ role: 'heading', level: 2 })}>
        {words.contents}
      </Text>
      {issue.sections.map((section, sectionIndex) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a section is its place in the issue.
        <View key={sectionIndex}>
          {section.items.map((item, itemIndex) => {
            const anchor = itemAnchor(sectionIndex, itemIndex)
            const title = showFirst(item.title, textLanguage)
            return (
              <View
                key={anchor}
                className={`contents__entry contents__entry--${title.language}`}
                hoverClass="pressed"
                onClick={() => scrollToAnchor(anchor)}
                {...aria({ role: 'link' })}
              >
                {title.text}
              </View>
            )
          })}
        </View>
      ))}
    </View>
  )
}
