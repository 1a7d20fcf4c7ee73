import type { PanelAnswer, PanelSettings } from '#cloud/panel-answer'
import type { AlertsState } from './alerts'
import { standingOf } from './standing'

/**
 * - kept: it is on its way to the cloud as soon as there is a network
 * - switched-off: the switch over all messages is off; always-refused: the reader keeps refusing this template
 * - banned: WeChat has closed the template, or messages of this mini-program
 * - interrupted: WeChat could not show the panel at this moment
 * - unavailable: something is wrong on our side, or WeChat's
 */
export type AskOutcome =
  | 'accepted'
  | 'refused'
  | 'always-refused'
  | 'switched-off'
  | 'no-network'
  | 'banned'
  | 'interrupted'
  | 'unavailable'
  | 'kept'

/** What WeChat's answer means for one template. `settings` are those of before the panel. */
export function askOutcome(
  answer: PanelAnswer,
  templateId: string,
  settings: PanelSettings | null,
): AskOutcome {
  if (answer.kind === 'failed') return failures[answer.code] ?? 'unavailable'
  const word = answer.results[templateId] ?? ''
  // `acceptWithAudio` and what may come are consents too.
  if (word.startsWith('accept')) return 'accepted'
  if (word === 'ban') return 'banned'
  if (word !== 'reject') return 'unavailable'
  return settings?.kept[templateId] === 'reject' ? 'always-refused' : 'refused'
}

/** What came of the last tap, else what WeChat's settings do to the alerts that the reader follows. */
export function outcomeShown(
  { subscriptions, settings, said }: Pick<AlertsState, 'subscriptions' | 'settings' | 'said'>,
  seriesId: string,
): AskOutcome | null {
  if (said?.seriesId === seriesId) return said.outcome
  const standing = standingOf(subscriptions, seriesId)
  if (!standing?.isFollowed || !settings) return null
  if (!settings.isOn) return 'switched-off'
  return settings.kept[standing.templateId] === 'reject' ? 'always-refused' : null
}

/** By the codes of wx.requestSubscribeMessage; all others are ours to mend. */
const failures: Readonly<Record<number, AskOutcome>> = {
  10002: 'no-network',
  10003: 'no-network',
  10005: 'interrupted',
  20004: 'switched-off',
  20005: 'banned',
}
