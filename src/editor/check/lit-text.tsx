import { Text, View } from '@tarojs/components'
import type { Language } from '#shared/newsletter/bilingual'
import type { CheckRow } from './check-rows'
import { litRuns } from './lit-runs'

type Props = { half: CheckRow['zh']; language: Language; missing: string }

/** One language of a part, with what looks wrong lit; what is not there says so. */
export function LitText({ half: { paragraph, lit }, language, missing }: Props) {
  if (paragraph === null)
    return (
      <View className={`pair__half pair__half--${language}`}>
        <Text className="pair__missing">{missing}</Text>
      </View>
    )
  return (
    <View className={`pair__half pair__half--${language}`}>
      {litRuns(paragraph, lit).map(({ text, isEmphasis, isLit }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a run is its place in the text.
        <Text key={index} className={lookOf(isEmphasis, isLit)}>
          {text}
        </Text>
      ))}
    </View>
  )
}

function lookOf(isEmphasis: boolean, isLit: boolean): string {
  return ['run', ...(isEmphasis ? ['run--emphasis'] : []), ...(isLit ? ['run--lit'] : [])].join(' ')
}
