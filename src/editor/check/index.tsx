import { Text, View } from '@tarojs/components'
import { useMemo, useRef } from 'react'
import { aria } from '#components/aria'
import { Notice } from '#components/notice/notice'
import { useReader } from '#reader/use-reader'
import { checkIssue } from '#shared/checking/check-issue'
import { scrollToAnchor } from '../../pages/issue/scroll-to-anchor'
import { SavingLine } from '../components/saving-line'
import { WithDraft } from '../components/with-draft'
import type { DraftOnPage } from '../draft-on-page'
import { EditorPage } from '../editor-page'
import { useUndo } from '../use-undo'
import { editorWordsIn } from '../words'
import { checkWordsIn } from '../words-check'
import { CheckedSection } from './checked-section'
import { dismissalOf } from './dismissal-of'
import { markAnchor } from './mark-line'
import './check.scss'

/** Both languages of every item beside each other, and what looks wrong between them. */
export default function CheckPage() {
  return (
    <EditorPage title={editorWordsIn(useReader().language).check} isWide>
      <WithDraft>{(inHand) => <Check inHand={inHand} />}</WithDraft>
    </EditorPage>
  )
}

function Check({ inHand }: { inHand: DraftOnPage }) {
  const { language } = useReader()
  const words = checkWordsIn(language)
  const { issue } = inHand.draft
  const marks = useMemo(() => checkIssue(issue), [issue])
  const open = marks.filter((mark) => !dismissalOf(mark, inHand.draft))
  const undo = useUndo(issue, inHand.change)
  const last = useRef<string | null>(null)

  /** The one after where the last tap led, and again from the top. */
  function goToNext(): void {
    const next = open[open.findIndex(({ id }) => id === last.current) + 1] ?? open[0]
    if (!next) return
    last.current = next.id
    scrollToAnchor(markAnchor(next))
  }

  if (issue.sections.every(({ items }) => items.length === 0))
    return <Notice title={words.empty} hint={words.emptyHint} />
  return (
    <>
      {inHand.saving !== 'saved' && inHand.saving !== 'saving' && (
        <View>
          <SavingLine of={inHand} language={language} undo={undo} />
        </View>
      )}
      <View className="top-bar">
        <Text className="check__count" {...aria({ role: 'status' })}>
          {open.length === 0 ? words.none : words.left(open.length)}
        </Text>
        {open.length > 0 && (
          <View className="check__next" hoverClass="pressed" onClick={goToNext} {...aria({ role: 'button' })}>
            {words.next}
          </View>
        )}
      </View>
      {issue.sections.map((section, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a section is its place in the issue.
        <CheckedSection key={index} section={section} marks={marks} inHand={inHand} language={language} />
      ))}
    </>
  )
}
