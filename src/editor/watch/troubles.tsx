import { Text, View } from '@tarojs/components'
import { aria } from '#components/aria'
import type { CampaignOverview } from '#shared/alerts/campaign-endpoints'
import type { Language } from '#shared/newsletter/bilingual'
import { Entry } from '../components/entry'
import { wechatCodeInWords } from '../wechat-code-words'
import { watchWordsIn } from '../words-watch'
import { type TroubleGroup, troubleGroups } from './trouble-groups'

type Props = { overview: CampaignOverview; language: Language }

/** Why alerts did not arrive, each reason once. */
export function Troubles({ overview: { troubles, counts }, language }: Props) {
  const words = watchWordsIn(language)
  if (troubles.length === 0) return null
  const all = counts.failed + counts.unknown
  return (
    <View className="campaign__troubles">
      <Text className="part__title" {...aria({ role: 'heading', level: 3 })}>
        {words.troubles}
      </Text>
      {troubles.length < all && (
        <Text className="entry__note">{words.someTroubles(troubles.length, all)}</Text>
      )}
      {troubleGroups(troubles).map((group) => (
        <Entry
          key={`${group.state} ${group.reason} ${group.code}`}
          name={nameOf(group, language)}
          {...noteOf(group, language)}
        >
          <Text className="campaign__times">{words.times(group.count)}</Text>
        </Entry>
      ))}
    </View>
  )
}

function nameOf({ state, reason }: TroubleGroup, language: Language): string {
  const words = watchWordsIn(language)
  if (state === 'unknown') return words.unknown
  const failures: Readonly<Record<string, string>> = words.failures
  return failures[reason ?? ''] ?? reason ?? words.otherFailure
}

function noteOf({ reason, code }: TroubleGroup, language: Language): { note?: string } {
  if (code === null || code === 0) return {}
  // The reason says the same in these cases.
  const known = reason === 'refused' || reason === 'no-such-reader' ? null : wechatCodeInWords(code, language)
  return { note: known === null ? String(code) : `${known} (${code})` }
}
