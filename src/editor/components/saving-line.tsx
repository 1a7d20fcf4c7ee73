import { Text, View } from '@tarojs/components'
import { aria } from '#components/aria'
import type { Language } from '#shared/newsletter/bilingual'
import type { DraftInHand } from '../use-draft'
import type { Undo } from '../use-undo'
import { type DraftWords, draftWordsIn } from '../words-draft'
import { troubleWordsIn } from '../words-trouble'
import { Action } from './action'
import { SureAction } from './sure-action'

type Props = {
  of: DraftInHand
  language: Language
  /** What the page did last, and can take back. */
  undo: Undo
}

/** Where the saving stands, in a line that stays in sight; somebody else's changes take more than a line. */
export function SavingLine({ of: draft, language, undo }: Props) {
  const words = draftWordsIn(language)
  const { saving, theirs } = draft
  if (saving === 'conflict' && theirs) return <Conflict of={draft} name={theirs.changedBy} words={words} />
  const canRetry = saving === 'offline' || saving === 'refused'
  return (
    <View className={canRetry ? 'saving saving--grave' : 'saving'}>
      <Text className="saving__said" {...aria({ role: 'status' })}>
        {canRetry ? sayingOf(draft, words, language) : (undo.said ?? sayingOf(draft, words, language))}
      </Text>
      {canRetry && <Button name={words.retry} onTap={() => void draft.flush()} />}
      {!canRetry && undo.said !== null && <Button name={words.undo} onTap={undo.undo} />}
    </View>
  )
}

function Button({ name, onTap }: { name: string; onTap: () => void }) {
  return (
    <View className="saving__action" hoverClass="pressed" onClick={onTap} {...aria({ role: 'button' })}>
      {name}
    </View>
  )
}

function sayingOf({ saving, refusal, isKept }: DraftInHand, words: DraftWords, language: Language): string {
  if (saving === 'conflict') return ''
  if (!isKept && saving !== 'saving') return words.notKept
  if (saving !== 'refused' || refusal === null || refusal === 'INTERNAL') return words.saving[saving]
  return `${words.saving.refused} · ${troubleWordsIn(language).pages[refusal].title}`
}

type ConflictProps = { of: DraftInHand; name: string; words: DraftWords }

function Conflict({ of: { mergeBoth, takeAllTheirs }, name, words }: ConflictProps) {
  return (
    <View className="saving-place">
      <View className="conflict" {...aria({ role: 'alert' })}>
        <Text className="conflict__text">{words.conflict(name)}</Text>
        <View className="actions">
          <Action name={words.mergeBoth} onTap={mergeBoth} />
          <SureAction
            name={words.takeAllTheirs}
            question={words.takeAllTheirsQuestion(name)}
            confirm={words.confirmTakeAllTheirs}
            cancel={words.cancel}
            onSure={async () => takeAllTheirs()}
          />
        </View>
      </View>
    </View>
  )
}
