import { isFollowing, startFollowing, stopFollowing, stopFollowingAll } from '#core/readers/follows'
import { followedAt, stillFollows } from '#core/readers/reader'

const HOUR = 60 * 60_000

it('keeps the wish that holds when it is made again', () => {
  const follows = startFollowing(startFollowing([], 'weekly', 1), 'weekly', 2)
  expect(follows).toEqual([{ series: 'weekly', since: 1, until: null }])
})

it('makes a new wish of one that is made after a stop: a campaign that is under way has nobody twice', () => {
  const follows = startFollowing(stopFollowing(startFollowing([], 'weekly', 1), 'weekly', 20), 'weekly', 30)
  expect(follows).toEqual([
    { series: 'weekly', since: 1, until: 20 },
    { series: 'weekly', since: 30, until: null },
  ])
  expect(followedAt({ follows }, 'weekly', 10)).toBe(true)
  expect(stillFollows({ follows }, 'weekly', 10)).toBe(false)
})

it('stops one series, or all', () => {
  const both = startFollowing(startFollowing([], 'weekly', 1), 'monthly', 1)
  const one = stopFollowing(both, 'weekly', 2)
  expect([isFollowing(one, 'weekly'), isFollowing(one, 'monthly')]).toEqual([false, true])
  expect(isFollowing(stopFollowingAll(one, 3), 'monthly')).toBe(false)
})

it('forgets an ended wish after a day', () => {
  const ended = stopFollowing(startFollowing([], 'weekly', 0), 'weekly', HOUR)
  expect(startFollowing(ended, 'monthly', 24 * HOUR)).toHaveLength(2)
  expect(startFollowing(ended, 'monthly', 25 * HOUR)).toEqual([
    { series: 'monthly', since: 25 * HOUR, until: null },
  ])
})

it('stays small however often somebody changes their mind', () => {
  let follows = startFollowing([], 'weekly', 0)
  for (let turn = 1; turn < 2_000; turn += 2)
    follows = startFollowing(stopFollowing(follows, 'weekly', turn), 'weekly', turn + 1)
  expect(follows.length).toBeLessThanOrEqual(101)
  expect(isFollowing(follows, 'weekly')).toBe(true)
})
