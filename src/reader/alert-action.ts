import { openPanelSettings } from '#cloud/panel'
import type { AskOutcome } from './ask-outcome'
import type { Standing } from './standing'
import { alerts } from './use-alerts'

/** Named as its word. */
export type AlertAction = 'allow' | 'allowMore' | 'wechatSettings'

/** What a tap does; null where the stock is full and nothing is to be done. */
export function alertAction(
  { isFollowed, credits }: Standing,
  outcome: AskOutcome | null,
  stock: number,
): AlertAction | null {
  if (outcome === 'always-refused' || outcome === 'switched-off') return 'wechatSettings'
  if (!isFollowed || credits === 0) return 'allow'
  return credits < stock ? 'allowMore' : null
}

/** In the tap itself: WeChat's panel does not open later. */
export function actOn(action: AlertAction, seriesId: string): void {
  if (action !== 'wechatSettings') alerts.ask(seriesId)
  else
    openPanelSettings().then(() => {
      alerts.forgetSaid()
      alerts.refresh()
    })
}
