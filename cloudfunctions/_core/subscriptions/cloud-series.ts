import type { BilingualText } from '#shared/newsletter/bilingual'
import { database } from '../wx'
import type { Series } from './subscription-ports'

/** ms for which an instance remembers them. */
const REMEMBERED_FOR = 60_000

const MOST = 100

let known: { series: Series[]; until: number } | null = null

/** The series of which something is published, each with the title of its newest issue. */
export async function cloudSeries(): Promise<readonly Series[]> {
  const now = Date.now()
  if (known && now < known.until) return known.series
  const series = await publishedSeries()
  known = { series, until: now + REMEMBERED_FOR }
  return series
}

/** The same as it is now. One step along the index for each series: most issues are never looked at. */
export async function publishedSeries(): Promise<Series[]> {
  const found: Series[] = []
  while (found.length < MOST) {
    const next = await firstAfter(found.at(-1)?.id ?? '')
    if (!next) break
    found.push(next)
  }
  return found
}

async function firstAfter(id: string): Promise<Series | null> {
  const { data } = await database
    .collection('issues')
    .where({ state: 'published', seriesId: database.command.gt(id) })
    .orderBy('seriesId', 'asc')
    .orderBy('order', 'desc')
    .limit(1)
    .field({ seriesId: true, 'summary.series.title': true })
    .get()
  const [issue] = data as { seriesId: string; summary: { series: { title: BilingualText } } }[]
  return issue ? { id: issue.seriesId, title: issue.summary.series.title } : null
}
