import { Text } from '@tarojs/components'
import type { Reader } from '#reader/use-reader'
import type { Code } from '#shared/codes/endpoints'
import { Action } from '../components/action'
import { Part } from '../components/part'
import { codesWordsIn } from '../words-codes'
import { CodeRow } from './code-row'
import type { PossibleTargets } from './possible-targets'
import type { LedTo } from './target-in-words'

type Props = {
  /** Whether these are the codes on readers' posters. */
  posters: boolean
  codes: readonly Code[]
  ledTo: LedTo
  targets: PossibleTargets
  reader: Reader
  /** The token of the one that is open; null: none is. */
  opened: string | null
  onOpen: (token: string | null) => void
  /** Something was done to one, or could not be. */
  onChanged: () => Promise<void>
  /** Absent where these are all. */
  onEarlier?: () => void
}

/** The codes that there are, the latest first. */
export function CodeList({ posters, codes, opened, onOpen, onEarlier, ...rest }: Props) {
  const words = codesWordsIn(rest.reader.language)
  return (
    <Part title={words.codes} {...(posters && { hint: words.postersHint })}>
      {codes.length === 0 && <Text className="said">{posters ? words.noPosters : words.noCodes}</Text>}
      {codes.map((code) => (
        <CodeRow
          key={code.token}
          code={code}
          isOpen={code.token === opened}
          onToggle={() => onOpen(code.token === opened ? null : code.token)}
          {...rest}
        />
      ))}
      {onEarlier && <Action name={words.earlier} onTap={onEarlier} />}
    </Part>
  )
}
