import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { DraftItem } from '#shared/drafts/draft-issue'
import { newItemKey } from '#shared/drafts/item-key'
import { moveItem } from '#shared/drafts/move-item'
import { canPair, hasHalf, pairItems } from '#shared/drafts/pair-items'
import { partItem } from '#shared/drafts/part-item'
import { removeItem } from '#shared/drafts/remove-item'
import { stepItem } from '#shared/drafts/step-item'
import { firstText } from '#shared/newsletter/shown-text'
import { Action } from '../components/action'
import { Entry } from '../components/entry'
import type { DraftPart } from '../draft-on-page'
import type { Undo } from '../use-undo'

type Props = DraftPart & { undo: Undo; item: DraftItem; section: number }

/** What can be done with an item as a whole. */
export function ArrangeItem({ inHand, words, reader: { language }, undo, item, section }: Props) {
  const { draft, change } = inHand
  const { sections } = draft.issue
  const [asking, setAsking] = useState<'move' | 'pair' | null>(null)
  const ask = (what: 'move' | 'pair') => setAsking(asking === what ? null : what)

  const { key } = item
  const title = firstText(item.title, language) || words.untitled
  const hasBoth = hasHalf(item, 'zh') && hasHalf(item, 'en')
  const hasNone = !hasHalf(item, 'zh') && !hasHalf(item, 'en')
  const partners =
    hasBoth || hasNone
      ? []
      : sections
          .flatMap(({ items }) => items)
          .filter((other) => other.key !== key && (hasHalf(other, 'zh') || hasHalf(other, 'en')))
          .filter((other) => canPair(item, other))
  return (
    <>
      <View className="actions">
        {(['up', 'down'] as const).map(
          (way) =>
            stepItem(draft.issue, key, way) !== draft.issue && (
              <Action
                key={way}
                name={words[way]}
                spoken={`${words[way]} ${title}`}
                onTap={() => change((issue) => stepItem(issue, key, way))}
              />
            ),
        )}
        {sections.length > 1 && (
          <Action name={words.moveTo} spoken={`${words.moveTo} ${title}`} onTap={() => ask('move')} />
        )}
        {partners.length > 0 && (
          <Action name={words.pair} spoken={`${words.pair} ${title}`} onTap={() => ask('pair')} />
        )}
        {hasBoth && (
          <Action
            name={words.part}
            spoken={`${words.part} ${title}`}
            onTap={() => {
              const fresh = newItemKey()
              undo.act(words.parted, (issue) => partItem(issue, key, fresh))
            }}
          />
        )}
        <Action
          name={words.remove}
          spoken={`${words.remove} ${title}`}
          look="grave"
          onTap={() => undo.act(words.removed(title), (issue) => removeItem(issue, key))}
        />
      </View>
      {asking === 'move' &&
        sections.map(
          (other, index) =>
            index !== section && (
              <Entry
                // biome-ignore lint/suspicious/noArrayIndexKey: a section is its place in the issue.
                key={index}
                name={words.moveHere(firstText(other.title, language) || words.unnamedSection)}
                onTap={() => {
                  change((issue) => moveItem(issue, key, { section: index, at: other.items.length }))
                  setAsking(null)
                }}
              />
            ),
        )}
      {asking === 'pair' && (
        <>
          <Text className="said">{words.pairHint[hasHalf(item, 'zh') ? 'zh' : 'en']}</Text>
          {partners.map((other) => (
            <Entry
              key={other.key}
              name={firstText(other.title, language) || words.untitled}
              onTap={() => {
                undo.act(words.paired, (issue) => pairItems(issue, key, other.key))
                setAsking(null)
              }}
            />
          ))}
        </>
      )}
    </>
  )
}
