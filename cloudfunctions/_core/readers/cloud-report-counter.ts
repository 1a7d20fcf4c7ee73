import { isDuplicateKey } from '../is-duplicate-key'
import { database } from '../wx'
import type { ReportCounter } from './reader-store'

const HOUR = 60 * 60_000
const HOURS = 24

const { command } = database
const counts = () => database.collection('reportCounts')

export const cloudReportCounter: ReportCounter = {
  /** An estimate: what fails is not repeated, and fails nobody's call. */
  async count(now, fields) {
    try {
      await increase(hourOf(now), fields)
    } catch (thrown) {
      console.warn('The count of confirmed reports could not be written:', thrown)
    }
  },

  async total(now) {
    const hours = Array.from({ length: HOURS }, (_, back) => hourOf(now - back * HOUR))
    const { data } = await counts()
      .where({ _id: command.in(hours) })
      .get()
    const sum = (field: 'confirmed' | 'unconfirmed') =>
      data.reduce((total, each) => total + Number(each[field] ?? 0), 0)
    return { confirmed: sum('confirmed'), unconfirmed: sum('unconfirmed') }
  },
}

async function increase(
  hour: string,
  { confirmed, unconfirmed }: { confirmed: number; unconfirmed: number },
): Promise<void> {
  const update = () =>
    counts()
      .where({ _id: hour })
      .update({ data: { confirmed: command.inc(confirmed), unconfirmed: command.inc(unconfirmed) } })
  if ((await update()).stats.updated > 0) return
  try {
    await counts().add({ data: { _id: hour, confirmed, unconfirmed } })
  } catch (thrown) {
    if (!isDuplicateKey(thrown)) throw thrown
    await update()
  }
}

/** As in `2026-11-25T08`, UTC. */
function hourOf(time: number): string {
  return new Date(time).toISOString().slice(0, 13)
}
