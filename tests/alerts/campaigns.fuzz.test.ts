import { type AlertsCloud, startAlertsCloud } from '../support/alerts-cloud'
import { violationsOf } from '../support/alerts-invariants'
import { seeds } from '../support/seeds'
import { CampaignsInTrouble } from './campaigns-in-trouble'
import { TimerRuns } from './timer-runs'

const SEEDS = seeds(20)
const READERS = process.env.SOAK_SEEDS === undefined ? 100 : 1_000
const WINDOW = 48

/** What the database answers as `updated` is open: every second seed has the one, every second the other. */
const COUNTS = ['changed', 'matched'] as const

let clouds: { alerts: AlertsCloud; runs: TimerRuns }[]

beforeAll(async () => {
  clouds = await Promise.all(
    COUNTS.map(async (updatedCounts) => {
      const alerts = await startAlertsCloud({ window: WINDOW }, { updatedCounts })
      return { alerts, runs: new TimerRuns(alerts.cloud) }
    }),
  )
}, 60_000)

afterAll(() => Promise.all(clouds.map(({ alerts }) => alerts.close())))

it.each(SEEDS)(
  'two campaigns tell nobody twice and lose nobody, whatever goes wrong (seed %i)',
  async (seed) => {
    const { alerts, runs } = clouds[seed % COUNTS.length] as (typeof clouds)[number]
    expect(violationsOf(await new CampaignsInTrouble(alerts, runs, seed, WINDOW).run(READERS))).toEqual([])
  },
  120_000,
)
