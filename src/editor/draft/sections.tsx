import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { addItem } from '#shared/drafts/add-item'
import { addSection } from '#shared/drafts/add-section'
import type { DraftSection } from '#shared/drafts/draft-issue'
import { newItemKey } from '#shared/drafts/item-key'
import { firstText } from '#shared/newsletter/shown-text'
import { addresses } from '../addresses'
import { Action } from '../components/action'
import { Part } from '../components/part'
import type { DraftPart } from '../draft-on-page'
import type { Undo } from '../use-undo'
import { ArrangeItem } from './arrange-item'
import { ArrangeSection } from './arrange-section'
import { ItemRow } from './item-row'

type Props = DraftPart & { undo: Undo }

/** The issue from its first section to its last item: to be opened, or while they are arranged, to be moved. */
export function Sections(props: Props) {
  const { inHand, words } = props
  const { sections } = inHand.draft.issue
  const [isArranging, setArranging] = useState(false)
  const firstNumbers = sections.map((_, index) =>
    sections.slice(0, index).reduce((sum, { items }) => sum + items.length, 1),
  )
  return (
    <Part title={words.items}>
      {sections.length === 0 && <Text className="said">{words.noItemsHint}</Text>}
      {sections.length > 0 && (
        <Action
          name={isArranging ? words.endArranging : words.arrange}
          onTap={() => setArranging(!isArranging)}
        />
      )}
      {sections.map((section, index) => (
        <Section
          // biome-ignore lint/suspicious/noArrayIndexKey: a section is its place in the issue.
          key={index}
          {...props}
          section={section}
          index={index}
          firstNumber={firstNumbers[index] ?? 1}
          isArranging={isArranging}
        />
      ))}
      <Action
        name={words.addSection}
        onTap={() => {
          inHand.change((issue) => addSection(issue, issue.sections.length, { zh: null, en: null }))
          setArranging(true)
        }}
      />
    </Part>
  )
}

type SectionProps = Props & {
  section: DraftSection
  index: number
  firstNumber: number
  isArranging: boolean
}

function Section({ section, index, firstNumber, isArranging, ...props }: SectionProps) {
  const { inHand, words, reader } = props
  const { draft, change } = inHand

  function add(): void {
    const key = newItemKey()
    change((issue) => addItem(issue, key, { section: index, at: section.items.length }))
    Taro.navigateTo({ url: addresses.item(draft.id, key) })
  }
  return (
    <View className="draft-section">
      {isArranging ? (
        <ArrangeSection {...props} section={section} index={index} />
      ) : (
        <View className="draft-section__name">
          {firstText(section.title, reader.language) || words.unnamedSection}
        </View>
      )}
      {section.items.map((item, at) => (
        <View key={item.key} className="draft-item">
          <ItemRow
            item={item}
            number={firstNumber + at}
            words={words}
            {...(!isArranging && {
              onTap: () => Taro.navigateTo({ url: addresses.item(draft.id, item.key) }),
            })}
          />
          {isArranging && <ArrangeItem {...props} item={item} section={index} />}
        </View>
      ))}
      <Action name={words.addItem} onTap={add} />
    </View>
  )
}
