import { Text, View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { aria } from '#components/aria'
import { Notice } from '#components/notice/notice'
import { DOT } from '#reader/dot'
import { useReader } from '#reader/use-reader'
import { findItem } from '#shared/drafts/change-item'
import { languagesOf } from '#shared/newsletter/reading'
import { firstText } from '#shared/newsletter/shown-text'
import { addresses } from '../addresses'
import { Action } from '../components/action'
import { SavingLine } from '../components/saving-line'
import { WithDraft } from '../components/with-draft'
import type { DraftOnPage } from '../draft-on-page'
import { EditorPage } from '../editor-page'
import { openProblems } from '../open-problems'
import { placeInWords, problemInWords } from '../problem-in-words'
import { useUndo } from '../use-undo'
import { editorWordsIn } from '../words'
import { draftWordsIn } from '../words-draft'
import { itemWordsIn } from '../words-item'
import { HalfFields } from './half-fields'
import './index.scss'

/** One item of a draft in both languages, to be written in. */
export default function ItemPage() {
  const { language } = useReader()
  const { item = '' } = useRouter().params
  return (
    <EditorPage title={editorWordsIn(language).item} isWide>
      <WithDraft>{(inHand) => <ItemText key={item} itemKey={item} inHand={inHand} />}</WithDraft>
    </EditorPage>
  )
}

function ItemText({ inHand, itemKey }: { inHand: DraftOnPage; itemKey: string }) {
  const { language } = useReader()
  const words = itemWordsIn(language)
  const undo = useUndo(inHand.draft.issue, inHand.change)
  const { draft } = inHand
  const spot = findItem(draft.issue, itemKey)
  const items = draft.issue.sections.flatMap((section) => section.items)
  const at = items.findIndex(({ key }) => key === itemKey)
  if (!spot)
    return (
      <Notice
        title={words.gone}
        hint={words.goneHint}
        action={{
          name: words.toDraft,
          onTap: () => void Taro.redirectTo({ url: addresses.draft(draft.id) }),
        }}
      />
    )

  const section = draft.issue.sections[spot.section]?.title
  const sectionName = (section && firstText(section, language)) || draftWordsIn(language).unnamedSection
  const problems = openProblems(draft.problems, draft.issue).filter((problem) => problem.item === itemKey)
  const to = (step: number) => {
    const other = items[at + step]
    return other && (() => void Taro.redirectTo({ url: addresses.item(draft.id, other.key) }))
  }
  return (
    <>
      <SavingLine of={inHand} language={language} undo={undo} />
      <Text className="item-place">{words.place(sectionName, at + 1, items.length)}</Text>
      {problems.map((problem) => (
        <Text key={`${problem.code} ${problem.message}`} className="item-problem" {...aria({ role: 'note' })}>
          {`${placeInWords(problem.place, language)}${DOT}${problemInWords(problem, language)}`}
        </Text>
      ))}
      <View className="item-halves">
        {languagesOf('both').map((half) => (
          <HalfFields key={half} inHand={inHand} item={spot.item} language={half} words={words} undo={undo} />
        ))}
      </View>
      <Text className="item-notation">{words.notation}</Text>
      <View className="actions">
        <Step name={words.previous} onTap={to(-1)} />
        <Step name={words.next} onTap={to(1)} />
      </View>
    </>
  )
}

function Step({ name, onTap }: { name: string; onTap: (() => void) | undefined }) {
  return onTap ? <Action name={name} onTap={onTap} /> : null
}
