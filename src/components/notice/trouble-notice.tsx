import { Notice } from '#components/notice/notice'
import type { Words } from '#reader/words'
import type { ErrorCode } from '#shared/errors'

type Props = { code: ErrorCode; words: Words; onRetry: () => void }

/** Nothing could be loaded. */
export function TroubleNotice({ code, words, onRetry }: Props) {
  const offline = code === 'OFFLINE'
  return (
    <Notice
      title={offline ? words.offline : words.failed}
      hint={offline ? words.offlineHint : words.failedHint}
      action={{ name: words.retry, onTap: onRetry }}
    />
  )
}
