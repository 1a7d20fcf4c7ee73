import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { aria } from '#components/aria'
import type { Mark } from '#shared/checking/mark'
import type { DraftSection } from '#shared/drafts/draft-issue'
import type { Language } from '#shared/newsletter/bilingual'
import { showText } from '#shared/newsletter/shown-text'
import { addresses } from '../addresses'
import type { DraftOnPage } from '../draft-on-page'
import { CheckedItem } from './checked-item'
import { MarkLines } from './mark-lines'

type Props = {
  section: DraftSection
  marks: readonly Mark[]
  inHand: DraftOnPage
  language: Language
}

/** A section's names, and below them its items. */
export function CheckedSection({ section: { title, items }, marks, inHand, language }: Props) {
  const [first] = items
  const shared = { inHand, language }
  return (
    <>
      <View className="check__section" {...aria({ role: 'heading', level: 2 })}>
        {showText(title, 'both')
          .map(({ text }) => text)
          .join(' ')}
      </View>
      {first && (
        <MarkLines
          {...shared}
          marks={marks.filter(({ item, part }) => item === first.key && part === 'section')}
          item={first}
          onMend={() => Taro.navigateTo({ url: addresses.draft(inHand.draft.id) })}
        />
      )}
      {items.map((item) => (
        <CheckedItem
          key={item.key}
          {...shared}
          item={item}
          marks={marks.filter((mark) => mark.item === item.key && mark.part !== 'section')}
        />
      ))}
    </>
  )
}
