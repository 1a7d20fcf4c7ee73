import type { Words } from '#reader/words'
import type { ErrorCode } from '#shared/errors'
import { Strip } from './strip'

type Props = { code: ErrorCode; words: Words; onRetry: () => void }

/** What is shown is the phone's own copy, since nothing newer could be loaded. */
export function TroubleStrip({ code, words, onRetry }: Props) {
  return (
    <Strip
      text={code === 'OFFLINE' ? words.offlineCopy : words.staleCopy}
      action={{ name: words.retry, onTap: onRetry }}
    />
  )
}
