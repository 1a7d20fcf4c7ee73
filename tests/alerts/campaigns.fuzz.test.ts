import { type AlertsCloud, startAlertsCloud } from '../support/alerts-cloud'
import { violationsOf } from '../support/alerts-invariants'
import { seeds } from '../support/seeds'
import { CampaignsInTrouble } from './campaigns-in-trouble'
import { TimerRuns } from './timer-runs'

const SEEDS = seeds(20)
const READERS = process.env.SOAK_SEEDS === undefined ? 100 : 1_000
const WINDOW = 48

/** What the database answers as `updated` is open: every second seed has the one, every second the other. */
const KINDS = (['changed', 'matched'] as const).flatMap((kind, rest) => {
  const some = SEEDS.filter((seed) => seed % 2 === rest)
  return some.length > 0 ? [[kind, some] as const] : []
})

describe.each(KINDS)('where the database answers the documents %s', (updatedCounts, some) => {
  let alerts: AlertsCloud
  let runs: TimerRuns

  beforeAll(async () => {
    alerts = await startAlertsCloud({ window: WINDOW }, { updatedCounts })
    runs = new TimerRuns(alerts)
  }, 60_000)

  afterAll(() => alerts.close())

  it.each(some)(
    'two campaigns tell nobody twice and lose nobody, whatever goes wrong (seed %i)',
    async (seed) => {
      expect(violationsOf(await new CampaignsInTrouble(alerts, runs, seed, WINDOW).run(READERS))).toEqual([])
    },
    120_000,
  )
})
