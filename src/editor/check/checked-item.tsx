import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { Mark } from '#shared/checking/mark'
import type { DraftItem } from '#shared/drafts/draft-issue'
import type { Language } from '#shared/newsletter/bilingual'
import { addresses } from '../addresses'
import type { DraftOnPage } from '../draft-on-page'
import { checkWordsIn } from '../words-check'
import { checkRows } from './check-rows'
import { dismissalOf } from './dismissal-of'
import { LitText } from './lit-text'
import { MarkLines } from './mark-lines'

type Props = {
  item: DraftItem
  marks: readonly Mark[]
  inHand: DraftOnPage
  language: Language
}

/** An item's languages, part by part; a tap on either leads to where it is mended. */
export function CheckedItem({ item, marks, inHand, language }: Props) {
  const words = checkWordsIn(language)
  const { draft } = inHand
  const { rows, rest } = checkRows(
    item,
    marks,
    marks.filter((mark) => !dismissalOf(mark, draft)),
  )
  const mend = () => Taro.navigateTo({ url: addresses.item(draft.id, item.key) })
  const shared = { item, inHand, language, onMend: mend }
  return (
    <View className="checked">
      {rows.map(({ part, zh, en, marks: own }) => (
        <View key={part} className={part === 'title' ? 'pair pair--title' : 'pair'}>
          <View className="pair__texts" onClick={mend}>
            <LitText half={zh} language="zh" missing={words.noHalf.zh} />
            <LitText half={en} language="en" missing={words.noHalf.en} />
          </View>
          <MarkLines marks={own} {...shared} />
        </View>
      ))}
      <MarkLines marks={rest} {...shared} />
    </View>
  )
}
