import { applyFacts } from './apply-facts'
import { changeReader } from './change-reader'
import type { ConsentSettings } from './consent-fact'
import type { ReaderPorts } from './reader-store'
import { judgeReports } from './report-health'

/** Readers a call: a run of the timer has more to do, and the next comes soon. */
const MOST = 500
/** Readers at once. */
const WIDTH = 8

/** Takes back the reported consents that no event has confirmed in time; answers of how many readers. */
export async function takeBackUnconfirmed(
  ports: ReaderPorts,
  settings: ConsentSettings,
  now: number,
): Promise<number> {
  const due = await ports.readers.unconfirmed(now, MOST)
  const left = [...due]
  const work = async () => {
    for (let reader = left.shift(); reader; reader = left.shift())
      await changeReader(ports, reader.openid, now, (stored) =>
        stored ? applyFacts(stored, [], settings, now) : null,
      )
  }
  await Promise.all(Array.from({ length: WIDTH }, work))
  if (due.length > 0 && settings.events) await warn(ports, now)
  return due.length
}

async function warn({ reports }: ReaderPorts, now: number): Promise<void> {
  const { confirmed, unconfirmed, isDoubtful } = judgeReports(await reports.total(now))
  if (!isDoubtful) return
  console.warn(
    `Of ${confirmed + unconfirmed} consents that phones reported in the last 24 hours, WeChat's events confirmed only ${confirmed}. Is the message push set up in WeChat's console?`,
  )
}
