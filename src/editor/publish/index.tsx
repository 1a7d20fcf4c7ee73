import { useEffect } from 'react'
import { useReader } from '#reader/use-reader'
import { Said } from '../components/said'
import { WithDraft } from '../components/with-draft'
import type { DraftOnPage } from '../draft-on-page'
import { EditorPage } from '../editor-page'
import { whenOnline } from '../when-online'
import { editorWordsIn } from '../words'
import { publicationKind } from './publication-kind'
import { PublishForm } from './publish-form'
import { Standing } from './standing'
import { usePublishing } from './use-publishing'
import './publish.scss'

/** Showing a draft to readers: what they have, what stands against it, and what will happen. */
export default function PublishPage() {
  const { language } = useReader()
  return (
    <EditorPage title={editorWordsIn(language).publish}>
      <WithDraft>{(inHand) => <Publish inHand={inHand} />}</WithDraft>
    </EditorPage>
  )
}

function Publish({ inHand }: { inHand: DraftOnPage }) {
  const reader = useReader()
  const { draft, refresh } = inHand
  const publishing = usePublishing(inHand, reader.language)
  const kind = publicationKind(draft)
  // What became of an act whose answer was lost is seen as soon as there is a network.
  useEffect(() => whenOnline(() => void refresh()), [refresh])
  return (
    <>
      <Standing draft={draft} publishing={publishing} reader={reader} />
      <Said of={publishing.act} />
      {kind !== 'none' && <PublishForm inHand={inHand} kind={kind} publishing={publishing} reader={reader} />}
    </>
  )
}
