import Taro from '@tarojs/taro'
import type { ReactNode } from 'react'
import { Notice } from '#components/notice/notice'
import { Strip } from '#components/notice/strip'
import { Skeleton } from '#components/skeleton/skeleton'
import type { ErrorCode } from '#shared/errors'
import type { Language } from '#shared/newsletter/bilingual'
import { addresses } from '../addresses'
import type { AnswerInHand } from '../use-answer'
import { type TroubleWords, troubleWordsIn } from '../words-trouble'

type Props<T> = { of: AnswerInHand<T>; language: Language; children: (value: T) => ReactNode }

/** What the cloud answered, or why there is nothing to show. */
export function AnswerView<T>({ of: { answer, refresh }, language, children }: Props<T>) {
  const words = troubleWordsIn(language)
  if (answer.state === 'loading') return <Skeleton label={words.loading} />
  if (answer.state === 'failed') return <TroublePage code={answer.code} words={words} onRetry={refresh} />
  return (
    <>
      {answer.trouble && (
        <Strip
          text={answer.trouble === 'OFFLINE' ? words.pages.OFFLINE.title : words.stale}
          action={{ name: words.retry, onTap: refresh }}
        />
      )}
      {children(answer.value)}
    </>
  )
}

type TroubleProps = { code: ErrorCode; words: TroubleWords; onRetry: () => void }

/** Where another try cannot help, it leads to the desk instead. */
export function TroublePage({ code, words, onRetry }: TroubleProps) {
  const isFinal = code === 'FORBIDDEN' || code === 'NOT_FOUND' || code === 'INVALID_INPUT'
  return (
    <Notice
      {...words.pages[code]}
      action={isFinal ? { name: words.toDesk, onTap: toDesk } : { name: words.retry, onTap: onRetry }}
    />
  )
}

function toDesk(): void {
  Taro.redirectTo({ url: addresses.desk })
}
