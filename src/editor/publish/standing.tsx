import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { aria } from '#components/aria'
import type { Reader } from '#reader/use-reader'
import type { Draft } from '#shared/drafts/draft'
import { issueAddress } from '#shared/newsletter/issue-address'
import { addresses } from '../addresses'
import { momentInWords } from '../beijing-time'
import { Action } from '../components/action'
import { SureAction } from '../components/sure-action'
import { type PublishWords, publishWordsIn } from '../words-publish'
import { publicationKind } from './publication-kind'
import type { Publishing } from './use-publishing'

type Props = { draft: Draft; publishing: Publishing; reader: Reader }

/** What readers have of the draft, the ways to see it, and what takes it away again. */
export function Standing({ draft, publishing, reader }: Props) {
  const words = publishWordsIn(reader.language)
  const { state, issueId, trouble } = draft.publication
  const { isBusy } = publishing.act
  return (
    <View className="standing">
      <Text className="standing__sentence" {...aria({ role: 'status' })}>
        {sentenceOf(draft, reader, words)}
      </Text>
      {state === 'scheduled' && <Text className="part__hint">{words.planHint}</Text>}
      {publicationKind(draft) === 'none' && <Text className="part__hint">{words.correctHint}</Text>}
      {trouble !== null && (
        <Text className="said said--grave">
          {trouble === 'CONFLICT' ? words.planNumberTaken : words.planTrouble}
        </Text>
      )}
      <View className="actions">
        {state === 'published' && issueId !== null && (
          <>
            <Action name={words.readIt} onTap={() => Taro.navigateTo({ url: issueAddress(issueId) })} />
            <Action
              name={words.watchIt}
              onTap={() =>
                Taro.navigateTo({
                  url: addresses.watchIssue(issueId, publishing.campaign?.campaignId ?? null),
                })
              }
            />
          </>
        )}
        {publicationKind(draft) === 'none' && (
          <Action name={words.openDraft} onTap={() => Taro.navigateTo({ url: addresses.draft(draft.id) })} />
        )}
        {state === 'scheduled' && (
          <Action name={words.unschedule} look="grave" onTap={publishing.unschedule} isBusy={isBusy} />
        )}
        {state === 'published' && (
          <SureAction
            name={words.withdraw}
            question={words.withdrawQuestion}
            confirm={words.withdrawConfirm}
            cancel={words.notYet}
            onSure={publishing.withdraw}
            isBusy={isBusy}
          />
        )}
      </View>
    </View>
  )
}

function sentenceOf(draft: Draft, reader: Reader, { standing }: PublishWords): string {
  const { state, publishedAt, publishAt, withAlerts } = draft.publication
  const moment = (iso: string | null) => (iso === null ? '' : momentInWords(iso, reader.words))
  if (state === 'scheduled') return standing.scheduled(moment(publishAt), withAlerts)
  if (state !== 'published') return standing[state]
  return publicationKind(draft) === 'none'
    ? standing.published(moment(publishedAt))
    : standing.changed(moment(publishedAt))
}
