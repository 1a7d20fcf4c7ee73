import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useEffect } from 'react'
import { call } from '#cloud/call'
import { deleteDraft } from '#shared/drafts/endpoints'
import { addresses } from '../addresses'
import { ImportLine } from '../components/import-line'
import { Part } from '../components/part'
import { Said } from '../components/said'
import { SureAction } from '../components/sure-action'
import type { DraftPart } from '../draft-on-page'
import { useAct } from '../use-act'
import { documentImport, useImport } from '../use-import'

/** The document again, and the end of a draft that nobody needs. */
export function DraftEnd({ inHand, words, reader: { language } }: DraftPart) {
  const { draft, refresh, flush } = inHand
  const act = useAct(language)
  const state = useImport()
  const isImported = state?.state === 'done' && state.draftId === draft.id
  useEffect(() => {
    if (!isImported) return
    documentImport.forget()
    refresh()
    Taro.pageScrollTo({ scrollTop: 0, duration: 0 })
  }, [isImported, refresh])

  const remove = () =>
    act.run(async () => {
      await call(deleteDraft, { id: draft.id, revision: draft.revision })
      Taro.redirectTo({ url: addresses.desk })
      return ''
    })
  return (
    <Part
      title={draft.fileName === null ? words.document : words.fileName(draft.fileName)}
      hint={words.importAgainHint}
    >
      <ImportLine
        name={draft.fileName === null ? words.importDocument : words.importAgain}
        language={language}
        draftId={draft.id}
        before={flush}
      />
      {draft.publication.state === 'never' && (
        <View className="actions">
          <SureAction
            name={words.deleteDraft}
            question={words.deleteQuestion}
            confirm={words.confirmDelete}
            cancel={words.cancel}
            isBusy={act.isBusy}
            onSure={remove}
          />
        </View>
      )}
      <Said of={act} />
    </Part>
  )
}
