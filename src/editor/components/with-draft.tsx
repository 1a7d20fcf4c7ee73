import { useRouter } from '@tarojs/taro'
import type { ReactNode } from 'react'
import { Skeleton } from '#components/skeleton/skeleton'
import { useReader } from '#reader/use-reader'
import { issueIdOf } from '#shared/newsletter/issue-address'
import type { DraftOnPage } from '../draft-on-page'
import { useDraft } from '../use-draft'
import { troubleWordsIn } from '../words-trouble'
import { TroublePage } from './answer-view'
import '../newer-members'

type Shown = (inHand: DraftOnPage) => ReactNode

/** The draft that the page was opened for, or why it cannot be shown. */
export function WithDraft({ children }: { children: Shown }) {
  const words = troubleWordsIn(useReader().language)
  const id = issueIdOf(useRouter().params)
  return id === null ? (
    <TroublePage code="INVALID_INPUT" words={words} onRetry={() => {}} />
  ) : (
    <DraftOf id={id}>{children}</DraftOf>
  )
}

function DraftOf({ id, children }: { id: string; children: Shown }) {
  const words = troubleWordsIn(useReader().language)
  const inHand = useDraft(id)
  const { draft, trouble, refresh } = inHand
  if (draft) return children({ ...inHand, draft })
  return trouble === null ? (
    <Skeleton label={words.loading} />
  ) : (
    <TroublePage code={trouble} words={words} onRetry={refresh} />
  )
}
