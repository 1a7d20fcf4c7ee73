import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { aria } from '#components/aria'
import type { Mark } from '#shared/checking/mark'
import type { Dismissal } from '#shared/drafts/draft'
import type { DraftItem } from '#shared/drafts/draft-issue'
import type { Language } from '#shared/newsletter/bilingual'
import { Action } from '../components/action'
import type { DraftInHand } from '../use-draft'
import { checkWordsIn } from '../words-check'
import { markInWords } from './mark-in-words'
import { ReasonChoice } from './reason-choice'

type Props = {
  mark: Mark
  item: DraftItem
  /** Null while it is open. */
  dismissal: Dismissal | null
  inHand: Pick<DraftInHand, 'dismiss' | 'undoDismiss'>
  language: Language
  onMend: () => void
}

/** Where the bar's next leads. */
export function markAnchor({ id }: Mark): string {
  return `mark-${id}`
}

/** What looks wrong, in words; to be mended, or to be found right with a reason. */
export function MarkLine({ mark, item, dismissal, inHand, language, onMend }: Props) {
  const words = checkWordsIn(language)
  const [isChoosing, setChoosing] = useState(false)
  const sentence = markInWords(mark, item, words)
  if (dismissal)
    return (
      <View id={markAnchor(mark)} className="mark mark--dismissed">
        <Text className="mark__note">
          {sentence} · {words.dismissed(dismissal.reason, dismissal.by)}
        </Text>
        <Action
          name={words.undo}
          spoken={`${words.undo}: ${sentence}`}
          onTap={() => inHand.undoDismiss(mark.id)}
        />
      </View>
    )
  return (
    <View id={markAnchor(mark)} className="mark">
      <Text className="mark__sentence" {...aria({ role: 'note' })}>
        {sentence}
      </Text>
      {isChoosing ? (
        <ReasonChoice
          reasons={words.reasons[mark.kind]}
          words={words}
          onChoose={(reason) => {
            setChoosing(false)
            inHand.dismiss(mark.id, reason)
          }}
          onCancel={() => setChoosing(false)}
        />
      ) : (
        <View className="actions">
          <Action name={words.mend} spoken={`${words.mend}: ${sentence}`} onTap={onMend} />
          <Action
            name={words.dismiss}
            spoken={`${words.dismiss}: ${sentence}`}
            onTap={() => setChoosing(true)}
          />
        </View>
      )}
    </View>
  )
}
