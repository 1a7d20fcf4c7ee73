import { Text } from '@tarojs/components'
import type { KeptIssue } from '#cloud/issue-store'
import { dateInWords } from '#reader/date-in-words'
import { wordsIn } from '#reader/words'
import type { ReadingMode } from '#shared/newsletter/reading'
import { showText } from '#shared/newsletter/shown-text'

type Props = { correction: NonNullable<KeptIssue['correction']>; mode: ReadingMode }

/** ms. The day of a correction is Beijing's, as the issue's own is. */
const BEIJING_OFFSET = 8 * 3_600_000

/** What was corrected since the issue came out, and when. */
export function CorrectionLines({ correction: { at, note }, mode }: Props) {
  const date = new Date(Date.parse(at) + BEIJING_OFFSET).toISOString().slice(0, 10)
  return (
    <>
      {showText(note, mode).map(({ language, text }) => {
        const words = wordsIn(language)
        return (
          <Text key={language} className={`correction correction--${language}`} userSelect>
            {words.corrected(dateInWords({ date, month: null }, words), text)}
          </Text>
        )
      })}
    </>
  )
}
