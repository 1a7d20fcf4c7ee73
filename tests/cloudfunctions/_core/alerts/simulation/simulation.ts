import type { AlertMessage, AlertPorts } from '#core/alerts/alert-ports'
import type { AlertStore } from '#core/alerts/alert-store'
import type { Campaign, CampaignState } from '#core/alerts/campaign'
import { newCampaign } from '#core/alerts/new-campaign'
import { outcomeOf } from '#core/alerts/outcome'
import { isQuiet } from '#core/alerts/quiet-hours'
import { runAlerts } from '#core/alerts/run-alerts'
import { settleSentEvent } from '#core/alerts/settle-sent-event'
import { followedAt } from '#core/readers/reader'
import type { AlertsEvidence } from '../../../../support/alerts-evidence'
import { createRandom, type Random } from '../../../../support/create-random'
import { between, happens } from './chance'
import { inMemoryAlertStore } from './in-memory-alert-store'
import { emptyMemory } from './memory'
import { FAIR, FAIR_SENDS, forkOf, type Plan } from './plan-simulation'
import { type Fate, SimulatedProcess } from './simulated-process'
import { SERIES, SimulatedReaders, TEMPLATE } from './simulated-readers'
import { SimulatedWeChat, type Taken } from './simulated-wechat'
import { VirtualClock } from './virtual-clock'

/** ms from the start. */
const STORM = 5 * 60_000
const LATEST_END = 14 * 3_600_000
const TIMER = 30_000
const TIME_LIMIT = 60_000
/** ms for which a run puts up with a database that fails. */
const GIVES_UP_AFTER = 50_000
/** Within which a deletion, a stop, a pause or a cancellation has effect. */
const GRACE = 10_000

export type Outcome = { evidence: AlertsEvidence; violations: string[] }

/** Makes of a store one that is broken on purpose. */
export type Breaking = (store: AlertStore) => AlertStore

/** Two campaigns that share a template, from their opening to their end, as the plan and the seed have it. */
export class Simulation {
  readonly #plan: Plan
  readonly #random: Random
  readonly #clock: VirtualClock
  readonly #memory = emptyMemory()
  readonly #wechat: SimulatedWeChat
  readonly #readers: SimulatedReaders
  readonly #breaking: Breaking
  readonly #processes = new Map<string, SimulatedProcess>()
  readonly #violations: string[] = []
  readonly #log: string[] = []
  readonly #opened: Campaign[] = []
  /** Since when nothing of a campaign may be sent, by its id. */
  readonly #haltedSince = new Map<string, number>()
  readonly #campaignOfPage = new Map<string, Campaign>()
  #openEvents = 0

  constructor(seed: number, plan: Plan, breaking: Breaking = (store) => store) {
    this.#plan = plan
    this.#breaking = breaking
    this.#random = createRandom(seed + 7_000_000)
    this.#clock = new VirtualClock(plan.startsAt)
    const clock = this.#clock
    this.#wechat = new SimulatedWeChat(clock, forkOf(this.#random), () =>
      this.#isStormy ? plan.sends : FAIR_SENDS,
    )
    const parts = { memory: this.#memory, wechat: this.#wechat, clock, random: forkOf(this.#random) }
    this.#readers = new SimulatedReaders(parts, plan.readers)
  }

  async run(): Promise<Outcome> {
    const random = this.#random
    for (const [index, series] of SERIES.entries())
      this.#clock.after(between(random, 1_000, 40_000), () => this.#open(series, index))
    this.#everyTimer()
    this.#everyRestlessness()
    this.#everySecond()
    const end = this.#plan.startsAt + LATEST_END
    await this.#clock.pass(end, () => this.#isOver)
    return { evidence: this.#evidence(), violations: this.#violations }
  }

  get #isStormy(): boolean {
    return this.#clock.now() < this.#plan.startsAt + STORM
  }

  get #isOver(): boolean {
    const campaigns = [...this.#memory.campaigns.values()]
    const haveEnded =
      campaigns.length === SERIES.length && campaigns.every(({ open, checkAt }) => !open && checkAt === null)
    return haveEnded && !this.#isStormy && this.#openEvents === 0
  }

  #open(series: string, index: number): void {
    const { lifetime } = this.#plan
    const openedAt = this.#clock.now()
    const campaign = newCampaign({
      issueId: `issue-${index}`,
      seriesId: series,
      openedAt,
      expiresAt: openedAt + lifetime,
      templateId: TEMPLATE,
      content: { zh: { thing1: '周报' }, en: { thing1: 'Weekly' } },
    })
    this.#opened.push(campaign)
    this.#campaignOfPage.set(campaign.page, campaign)
    this.#memory.campaigns.set(campaign.id, campaign)
  }

  #everyTimer(): void {
    const times = happens(this.#random, this.#isStormy ? this.#plan.repeats : 0) ? 2 : 1
    for (let time = 0; time < times; time += 1) void this.#runAlerts()
    this.#clock.after(TIMER, () => this.#everyTimer())
  }

  #everyRestlessness(): void {
    if (!this.#isStormy) return
    this.#readers.act()
    this.#clock.after(this.#plan.restlessness, () => this.#everyRestlessness())
  }

  /** What editors do, and what holds at any moment. */
  #everySecond(): void {
    const now = this.#clock.now()
    for (const campaign of this.#memory.campaigns.values()) {
      if (!campaign.open) continue
      if (this.#plan.hasEditors && this.#isStormy && happens(this.#random, 0.03)) {
        const wish = this.#random.pick(['paused', 'paused', 'paused', 'cancelled'] as const)
        if (campaign.state === 'sending') this.#setState(campaign, wish)
      } else if (campaign.state === 'paused' && happens(this.#random, 0.1))
        this.#setState(campaign, 'sending')
      if (campaign.state === 'sending') this.#haltedSince.delete(campaign.id)
      else if (!this.#haltedSince.has(campaign.id)) this.#haltedSince.set(campaign.id, now)
    }
    this.#clock.after(1_000, () => this.#everySecond())
  }

  #setState(campaign: Campaign, state: CampaignState): void {
    campaign.state = state
    campaign.reason = ''
    if (state === 'sending')
      for (const process of this.#processes.values()) process.hasHeardOurs.delete(campaign.id)
  }

  async #runAlerts(): Promise<void> {
    const process = new SimulatedProcess(this.#clock, forkOf(this.#random), () => this.#weather, this.#fate())
    this.#clock.after(TIME_LIMIT, () => !isOver && process.isRunning && process.kill())
    const wasStormy = this.#isStormy
    let isOver = false
    const startedAt = this.#clock.now()
    try {
      await runAlerts(this.#ports(process))
    } catch (thrown) {
      // The database was out of reach for too long: whatever it had marked stays so.
      process.wasForced = true
      if (!wasStormy) this.#violations.push(`A run failed in fair weather: ${String(thrown)}`)
      const ran = this.#clock.now() - startedAt
      if (ran < GIVES_UP_AFTER) this.#violations.push(`A run failed after ${ran} ms: ${String(thrown)}`)
    }
    isOver = true
  }

  get #weather() {
    return this.#isStormy ? this.#plan.weather : FAIR
  }

  #fate(): Fate | null {
    const random = this.#random
    const { kills, freezes } = this.#plan
    if (!this.#isStormy) return null
    const kind = happens(random, kills) ? 'kill' : happens(random, freezes) ? 'freeze' : null
    if (kind === null) return null
    const when = random.pick(['before', 'after'] as const)
    return { kind, when, call: 1 + random.below(150), thawsAfter: between(random, 3_000, 100_000) }
  }

  #ports(process: SimulatedProcess): AlertPorts {
    const random = forkOf(this.#random)
    const { window, concurrency, quietHours, events } = this.#plan
    let run = ''
    return {
      store: this.#breaking(inMemoryAlertStore(this.#memory, process)),
      settings: { window, concurrency, quietHours, events: events !== 'none' },
      send: (message) => this.#send(process, run, message),
      clock: { now: () => this.#clock.now(), sleep: (ms) => process.sleep(ms) },
      random: () => random.below(2 ** 31) / 2 ** 31,
      log: (line) => this.#log.push(line),
      newRun: () => {
        run = `run-${this.#processes.size + 1}`
        this.#processes.set(run, process)
        return run
      },
    }
  }

  async #send(process: SimulatedProcess, run: string, message: AlertMessage) {
    this.#checkSend(process, run, message)
    const answer = await this.#wechat.send(process, message, (taken) => this.#tellOf(taken))
    const campaign = this.#campaignOfPage.get(message.page)
    if (campaign && outcomeOf(answer) === 'ours') process.hasHeardOurs.add(campaign.id)
    return answer
  }

  /** What must hold whenever a send starts. */
  #checkSend(process: SimulatedProcess, run: string, { openid, page }: AlertMessage): void {
    const now = this.#clock.now()
    const campaign = this.#campaignOfPage.get(page)
    if (!campaign) return void this.#violations.push(`A message leads to ${page}.`)
    const say = (sentence: string) => this.#violations.push(`${campaign.id}, ${run}: ${openid} ${sentence}`)
    const { lease } = this.#memory
    if (lease?.run !== run || lease.until < now) say('was sent a message without the lease.')
    if (isQuiet(this.#plan.quietHours, now)) say('was sent a message in quiet hours.')
    const halted = this.#haltedSince.get(campaign.id)
    if (campaign.state !== 'sending' && halted !== undefined && now > halted + GRACE)
      say(`was sent a message although the campaign is ${campaign.state}.`)
    if (now >= campaign.expiresAt + GRACE) say('was sent a message that is too old.')
    const farewell = this.#readers.farewells.find(
      (each) =>
        each.openid === openid &&
        each.series === campaign.seriesId &&
        each.at >= campaign.openedAt &&
        now > each.at + GRACE,
    )
    if (farewell) say('was sent a message after stopping or deleting.')
    const row = [...this.#memory.pages.values()]
      .filter(({ campaignId }) => campaignId === campaign.id)
      .flatMap(({ rows }) => rows)
      .find(({ key }) => this.#readers.openidOf(key) === openid)
    if (!(row?.state === 'sending' && row.run === run) && !process.wasForced)
      say(`was sent a message while the row is ${row?.state} of ${row?.run}.`)
    if (process.hasHeardOurs.has(campaign.id) && campaign.state === 'paused')
      say('was sent a message after WeChat refused ours.')
  }

  #tellOf({ openid, msgid, at, isWithheld }: Taken): void {
    const random = this.#random
    const { events } = this.#plan
    if (events === 'none' || (events === 'some' && happens(random, 0.3))) return
    const times = happens(random, 0.2) ? 2 : 1
    const second = Math.floor(at / 1_000) * 1_000
    for (let time = 0; time < times; time += 1) {
      this.#openEvents += 1
      const delay = happens(random, 0.6) ? between(random, 0, 300) : between(random, 300, 60_000)
      this.#clock.after(
        delay,
        () => void this.#giveEvent(openid, { msgid, code: isWithheld ? 1 : 0, at: second }),
      )
    }
  }

  /** As the function for WeChat's events does it; WeChat gives it again until it succeeds. */
  async #giveEvent(openid: string, event: { msgid: string; code: number; at: number }): Promise<void> {
    const process = new SimulatedProcess(this.#clock, forkOf(this.#random), () => this.#weather)
    const reader = this.#readers.find(openid)
    try {
      const row = reader?.templates[TEMPLATE]
      const about = row && {
        key: reader.key,
        templateId: TEMPLATE,
        holds: [...row.holds],
        settled: [...row.settled],
      }
      if (about)
        await settleSentEvent(this.#breaking(inMemoryAlertStore(this.#memory, process)), about, event)
      this.#openEvents -= 1
    } catch {
      this.#clock.after(1_000, () => void this.#giveEvent(openid, event))
    }
  }

  #evidence(): AlertsEvidence {
    const all = [...this.#memory.readers.values()]
    const openidOf = (key: string) => this.#readers.openidOf(key)
    return {
      window: this.#plan.window,
      campaigns: this.#opened.map((campaign) => ({
        campaign,
        pages: [...this.#memory.pages.values()].filter(({ campaignId }) => campaignId === campaign.id),
        followers: new Map(
          all
            .filter((reader) => followedAt(reader, campaign.seriesId, campaign.openedAt))
            .map(({ key }) => [key, openidOf(key)]),
        ),
      })),
      messages: this.#wechat.inbox,
      lostAnswers: this.#wechat.lost,
      forcedRuns: new Set([...this.#processes].flatMap(([run, { wasForced }]) => (wasForced ? [run] : []))),
      hasAllEvents: this.#plan.events === 'all',
      readers: all
        .filter(({ erasedAt }) => erasedAt === null)
        .map((reader) => ({
          reader,
          granted: { [TEMPLATE]: this.#readers.granted.get(reader.key) ?? 0 },
          cleared: new Set(
            this.#wechat.refused.has(reader.openid) || this.#readers.switchedOff.has(reader.key)
              ? [TEMPLATE]
              : [],
          ),
        })),
      log: this.#log,
    }
  }
}
