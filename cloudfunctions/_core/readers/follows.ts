import type { Follow } from './reader'

/** ms for which a wish that has ended is kept: a campaign that was opened before is frozen long before. */
const KEPT_FOR = 24 * 60 * 60_000

/** However often somebody changes their mind within a day. */
const MOST_ENDED = 100

export function isFollowing(follows: readonly Follow[], series: string): boolean {
  return follows.some((follow) => follow.series === series && follow.until === null)
}

/** The wish to be told of a series from now on; one that holds already stays as it is. */
export function startFollowing(follows: readonly Follow[], series: string, now: number): Follow[] {
  return isFollowing(follows, series)
    ? dropOld(follows, now)
    : [...dropOld(follows, now), { series, since: now, until: null }]
}

export function stopFollowing(follows: readonly Follow[], series: string, now: number): Follow[] {
  return dropOld(
    follows.map((follow) =>
      follow.series === series && follow.until === null ? { ...follow, until: now } : follow,
    ),
    now,
  )
}

export function stopFollowingAll(follows: readonly Follow[], now: number): Follow[] {
  return dropOld(
    follows.map((follow) => (follow.until === null ? { ...follow, until: now } : follow)),
    now,
  )
}

function dropOld(follows: readonly Follow[], now: number): Follow[] {
  const ended = follows.filter(({ until }) => until !== null && until > now - KEPT_FOR).slice(-MOST_ENDED)
  return follows.filter((follow) => follow.until === null || ended.includes(follow))
}
