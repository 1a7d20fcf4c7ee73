import { useReader } from '#reader/use-reader'
import { SavingLine } from '../components/saving-line'
import { WithDraft } from '../components/with-draft'
import type { DraftOnPage } from '../draft-on-page'
import { EditorPage } from '../editor-page'
import { useUndo } from '../use-undo'
import { editorWordsIn } from '../words'
import { draftWordsIn } from '../words-draft'
import { ColophonFields } from './colophon-fields'
import { Differences } from './differences'
import { DraftEnd } from './draft-end'
import { Masthead } from './masthead'
import { Problems } from './problems'
import { Sections } from './sections'
import './index.scss'

/** A draft as a whole: what is to be checked, the masthead, sections and items, and the back cover. */
export default function DraftPage() {
  const { language } = useReader()
  return (
    <EditorPage title={editorWordsIn(language).draft}>
      <WithDraft>{(inHand) => <DraftText inHand={inHand} />}</WithDraft>
    </EditorPage>
  )
}

function DraftText({ inHand }: { inHand: DraftOnPage }) {
  const reader = useReader()
  const words = draftWordsIn(reader.language)
  const undo = useUndo(inHand.draft.issue, inHand.change)
  const parts = { inHand, words, reader }
  return (
    <>
      <SavingLine of={inHand} language={reader.language} undo={undo} />
      <Masthead {...parts} />
      <Problems {...parts} />
      <Differences {...parts} />
      <Sections {...parts} undo={undo} />
      <ColophonFields {...parts} />
      <DraftEnd {...parts} />
    </>
  )
}
