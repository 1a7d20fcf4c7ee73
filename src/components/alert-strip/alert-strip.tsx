import { Text, View } from '@tarojs/components'
import { aria } from '#components/aria'
import { actOn, alertAction } from '#reader/alert-action'
import { alertSentence } from '#reader/alert-sentence'
import { outcomeShown } from '#reader/ask-outcome'
import { standingOf } from '#reader/standing'
import { useAlerts } from '#reader/use-alerts'
import { useReader } from '#reader/use-reader'
import type { BilingualText } from '#shared/newsletter/bilingual'
import { firstText } from '#shared/newsletter/shown-text'

type Props = {
  series: { id: string; title: BilingualText }
  /** Floats over the end of the screen, and only while there is something to be done. */
  isFloating?: boolean
}

/** Where a reader stands with the alerts of a series, and the tap that asks for more. */
export function AlertStrip({ series, isFloating = false }: Props) {
  const { words, language } = useReader()
  const state = useAlerts()
  const { subscriptions, asking, said, stopped } = state
  const standing = standingOf(subscriptions, series.id)
  if (!subscriptions || !standing) return null
  const outcome = outcomeShown(state, series.id)
  const isOnItsWay = standing.isFollowed && standing.credits > 0
  const isDone = isOnItsWay || standing.isRefused || outcome !== null || stopped.includes(series.id)
  if (isFloating && isDone && said?.seriesId !== series.id && asking === null) return null

  const action = alertAction(standing, outcome, subscriptions.stock)
  const look = isFloating ? 'alert-strip alert-strip--floating' : 'alert-strip'
  return (
    <View className={look}>
      <View className="alert-strip__text" {...aria({ role: 'status' })}>
        <Text className="alert-strip__sentence">{alertSentence(standing, outcome, words)}</Text>
        {isFloating && <Text className="alert-strip__series">{firstText(series.title, language)}</Text>}
      </View>
      {action && (
        <View
          className={asking === null ? 'alert-strip__action' : 'alert-strip__action pressed'}
          hoverClass="pressed"
          onClick={() => actOn(action, series.id)}
          {...aria({ role: 'button' })}
        >
          <Text className="alert-strip__button">{words[action]}</Text>
        </View>
      )}
    </View>
  )
}
