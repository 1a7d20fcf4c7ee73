import { Text, View } from '@tarojs/components'
import { DOT } from '#reader/dot'
import { findItem } from '#shared/drafts/change-item'
import type { Difference } from '#shared/drafts/difference'
import { firstText } from '#shared/newsletter/shown-text'
import { Action } from '../components/action'
import { Part } from '../components/part'
import { Said } from '../components/said'
import type { DraftPart } from '../draft-on-page'
import { useAct } from '../use-act'
import type { DraftWords } from '../words-draft'
import { presentValue } from './present-value'
import { valueInWords } from './value-in-words'

/** What two hands made differently, or a hand and a document that was imported again: ours stands until theirs is taken. */
export function Differences({ inHand, words, reader: { language } }: DraftPart) {
  const { differences, issue } = inHand.draft
  const act = useAct(language)
  if (differences.length === 0) return null

  const whereOf = ({ key, part }: Difference) => {
    const spot = key === null ? null : findItem(issue, key)
    const item = spot ? firstText(spot.item.title, language) || words.untitled : null
    return [item ?? words.whole, partName(part, words)].join(DOT)
  }
  /** What it belongs to may be gone by now. */
  const take = (difference: Difference) =>
    act.run(async () => {
      inHand.takeTheirs(difference)
      return ''
    })
  return (
    <Part title={`${words.differences}${DOT}${differences.length}`} hint={words.differencesHint}>
      {differences.map((difference) => (
        <View key={`${difference.key} ${difference.part}`} className="difference">
          <Text className="difference__where">{whereOf(difference)}</Text>
          <Side name={words.ours} value={presentValue(difference, issue)} nothing={words.nothing} />
          <Side name={words.theirs} value={difference.theirs} nothing={words.nothing} />
          <View className="actions">
            <Action name={words.keepOurs} onTap={() => inHand.keepOurs(difference)} />
            <Action name={words.takeTheirs} onTap={() => take(difference)} />
          </View>
        </View>
      ))}
      <Said of={act} />
    </Part>
  )
}

/** The sections are known by their place, of which there are many. */
function partName(part: string, words: DraftWords): string {
  const [, language] = /^sections\.\d+\.title\.(zh|en)$/u.exec(part) ?? []
  if (language !== undefined) return words.sectionName[language === 'zh' ? 'zh' : 'en']
  return words.parts[part] ?? part
}

function Side({ name, value, nothing }: { name: string; value: unknown; nothing: string }) {
  return (
    <View className="difference__side">
      <Text className="difference__name">{name}</Text>
      <Text className="difference__text" userSelect>
        {valueInWords(value) || nothing}
      </Text>
    </View>
  )
}
