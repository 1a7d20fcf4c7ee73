import { Text, View } from '@tarojs/components'
import { useRef, useState } from 'react'
import type { DraftItem } from '#shared/drafts/draft-issue'
import type { Language } from '#shared/newsletter/bilingual'
import { Action } from '../components/action'
import type { DraftOnPage } from '../draft-on-page'
import type { Undo } from '../use-undo'
import type { ItemWords } from '../words-item'
import { ParagraphField } from './paragraph-field'
import { addAfter, joinWithNext, type Row, removeRow, splitLines, splitRow, writeRow } from './paragraph-rows'
import { useRows } from './use-rows'

type Props = { inHand: DraftOnPage; item: DraftItem; language: Language; words: ItemWords; undo: Undo }

/** A half's text, a field a paragraph. What can be done with one stands above it while it is written in. */
export function Paragraphs({ inHand: { change }, item, language, words, undo }: Props) {
  const { rows, put } = useRows(item, language)
  const [active, setActive] = useState<number | null>(null)
  const [fresh, setFresh] = useState<number | null>(null)
  const cursor = useRef(0)

  const set = (next: Row[]) => change(put(next))
  function grow(next: Row[]): void {
    const added = next.find(({ id }) => !rows.some((row) => row.id === id))
    cursor.current = 0
    setFresh(added?.id ?? null)
    setActive(added?.id ?? null)
    set(next)
  }
  return (
    <>
      {rows.map((row, index) => {
        const label = words.paragraph(index + 1)
        const named = (act: string) => ({ name: act, spoken: `${act} ${words.halves[language]} ${label}` })
        return (
          <View key={row.id} className="paragraph">
            <View className="paragraph__head">
              <Text className="paragraph__note">{label}</Text>
              {active === row.id && (
                <View className="paragraph__acts">
                  <Action
                    {...named(words.split)}
                    onTap={() => grow(splitRow(rows, row.id, cursor.current))}
                  />
                  {index < rows.length - 1 && (
                    <Action {...named(words.join)} onTap={() => set(joinWithNext(rows, row.id, language))} />
                  )}
                  <Action {...named(words.add)} onTap={() => grow(addAfter(rows, row.id))} />
                  <Action
                    {...named(words.remove)}
                    look="grave"
                    onTap={() => undo.act(words.removed(index + 1), put(removeRow(rows, row.id)))}
                  />
                </View>
              )}
            </View>
            <ParagraphField
              row={row}
              label={`${words.halves[language]} ${label}`}
              language={language}
              example={rows.length === 1 ? words.missingBody[language] : ''}
              words={words}
              isNew={fresh === row.id}
              onWrite={(text, at) => {
                cursor.current = at
                set(writeRow(rows, row.id, text))
              }}
              onFocus={() => setActive(row.id)}
              onLeave={(at) => {
                if (at !== null) cursor.current = at
                if (row.text.includes('\n')) set(splitLines(rows))
              }}
            />
          </View>
        )
      })}
    </>
  )
}
