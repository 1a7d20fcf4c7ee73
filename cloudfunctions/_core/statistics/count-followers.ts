import type { EndpointOutput } from '#shared/endpoint'
import type { countFollowers as endpoint } from '#shared/statistics/endpoints'
import { cloudSeriesRecords } from '../series/cloud-series-records'
import { database } from '../wx'

const { command } = database

/** Readers' keys begin with any of these, as often with one as with another; in the order of the index. */
const FIRST = '-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz'

/** Stretches of the index that are counted apart: of 100,000 readers each is counted well within a request's time. */
const STRETCHES = 16

/** Requests at once. */
const AT_ONCE = 4

/** How many readers wish to be told of each series at this moment. */
export async function countFollowers(): Promise<EndpointOutput<typeof endpoint>> {
  const series = []
  for (const { id, title } of await cloudSeriesRecords())
    series.push({ id, title, followers: await followersOf(id) })
  return { series }
}

async function followersOf(seriesId: string): Promise<number> {
  const stretches = keyStretches()
  let followers = 0
  for (let first = 0; first < stretches.length; first += AT_ONCE) {
    const some = stretches.slice(first, first + AT_ONCE)
    const counts = await Promise.all(some.map((keys) => countIn(seriesId, keys)))
    followers += counts.reduce((sum, count) => sum + count, 0)
  }
  return followers
}

async function countIn(seriesId: string, keys: unknown): Promise<number> {
  const { total } = await database
    .collection('readers')
    .where({
      'follows.series': seriesId,
      _id: keys,
      // One reader may have wished for it before, and wish for another now.
      follows: command.elemMatch({ series: seriesId, until: null }),
    })
    .count()
  return total
}

/** From one key to the next, the first and the last without an end: together they hold every key. */
function keyStretches(): unknown[] {
  const size = FIRST.length / STRETCHES
  const bounds = Array.from({ length: STRETCHES - 1 }, (_, at) => FIRST[(at + 1) * size])
  return [
    command.lt(bounds[0]),
    ...bounds.slice(1).map((to, at) => command.gte(bounds[at]).and(command.lt(to))),
    command.gte(bounds.at(-1)),
  ]
}
