import { Text, View } from '@tarojs/components'
import { aria } from '#components/aria'
import { actOn, alertAction } from '#reader/alert-action'
import { alertSentence } from '#reader/alert-sentence'
import { outcomeShown } from '#reader/ask-outcome'
import { standingOf } from '#reader/standing'
import { alerts, useAlerts } from '#reader/use-alerts'
import type { Reader } from '#reader/use-reader'
import { firstText } from '#shared/newsletter/shown-text'

/** Every series that may be asked for, where the reader stands with it, and the taps that ask and stop. */
export function AlertSettings({ reader: { words, language } }: { reader: Reader }) {
  const state = useAlerts()
  const { subscriptions, asking } = state
  if (!subscriptions) return null
  return (
    <>
      {subscriptions.offers.map(({ seriesId, title }) => {
        const standing = standingOf(subscriptions, seriesId)
        if (!standing) return null
        const outcome = outcomeShown(state, seriesId)
        const action = alertAction(standing, outcome, subscriptions.stock)
        const name = firstText(title, language)
        const isSilent = !standing.isFollowed && (outcome === null || outcome === 'accepted')
        return (
          <View key={seriesId} className="alerts">
            <Text className="alerts__series">{name}</Text>
            <Text className="alerts__standing" {...aria({ role: 'status' })}>
              {isSilent ? words.notFollowed : alertSentence(standing, outcome, words)}
            </Text>
            <View className={asking === null ? 'alerts__actions' : 'alerts__actions pressed'}>
              {action && (
                <View
                  className="alerts__action"
                  hoverClass="pressed"
                  onClick={() => actOn(action, seriesId)}
                  {...aria({ role: 'button', label: `${words[action]} ${name}` })}
                >
                  {words[action]}
                </View>
              )}
              {standing.isFollowed && (
                <View
                  className="alerts__action alerts__action--stop"
                  hoverClass="pressed"
                  onClick={() => alerts.stop(seriesId)}
                  {...aria({ role: 'button', label: `${words.stopAlerts} ${name}` })}
                >
                  {words.stopAlerts}
                </View>
              )}
            </View>
          </View>
        )
      })}
    </>
  )
}
