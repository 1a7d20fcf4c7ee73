import type { Subscriptions } from '#shared/alerts/endpoints'

/** Where a reader stands with the alerts of one series. */
export type Standing = {
  templateId: string
  isFollowed: boolean
  /** Alerts that may still be sent with its template. */
  credits: number
  /** Other followed series are told of from the same credits. */
  isShared: boolean
  /** The reader said no the last time. */
  isRefused: boolean
}

/** Null where alerts of the series are not offered. */
export function standingOf(subscriptions: Subscriptions | null, seriesId: string): Standing | null {
  const offer = subscriptions?.offers.find((each) => each.seriesId === seriesId)
  if (!subscriptions || !offer) return null
  const { offers, follows, templates } = subscriptions
  const { credits = 0, refused = false } = templates[offer.templateId] ?? {}
  const sharing = offers.filter(
    (each) => each.templateId === offer.templateId && follows.includes(each.seriesId),
  )
  return {
    templateId: offer.templateId,
    isFollowed: follows.includes(seriesId),
    credits,
    isShared: sharing.length > 1,
    isRefused: refused,
  }
}
