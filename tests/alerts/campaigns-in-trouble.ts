import type { Campaign, CampaignPage } from '#core/alerts/campaign'
import { followedAt, type LedgerEntry, type Reader } from '#core/readers/reader'
import type { FaultRuleInput } from '../../tools/local-cloud/faults/fault-rule'
import { TEMPLATE } from '../support/alert-settings'
import type { AlertsCloud } from '../support/alerts-cloud'
import type { AlertsEvidence } from '../support/alerts-evidence'
import { createRandom, type Random } from '../support/create-random'
import { callFromPhone } from '../support/fixture-functions'
import type { TimerRuns } from './timer-runs'

const SERIES = ['weekly', 'monthly'] as const
const SEND = 'subscribeMessage.send'

/** Moves of the clock while faults are about. */
const STORM = 14
/** ms of a move: less than what a run trusts in what it has read. */
const MOVE = 2_500
/** ms, real, between two moves. */
const BREATH = 60
/** The same when all is well. */
const CALM_MOVE = 5_000
const CALM_BREATH = 20
/** Moves after which a campaign should have ended long ago. */
const LAST_MOVE = 1_500

type Counted = { key: string; granted: number }

/** Two campaigns with one template between them, in a local cloud where calls fail and runs are killed and frozen. */
export class CampaignsInTrouble {
  readonly #alerts: AlertsCloud
  readonly #runs: TimerRuns
  readonly #random: Random
  readonly #seed: number
  readonly #window: number
  readonly #campaigns: { campaign: Campaign; followers: Map<string, string> }[] = []
  #openids: string[] = []
  #counted: Counted[] = []

  constructor(alerts: AlertsCloud, runs: TimerRuns, seed: number, window: number) {
    this.#runs = runs
    this.#alerts = alerts
    this.#random = createRandom(seed)
    this.#seed = seed
    this.#window = window
  }

  async run(readers: number): Promise<AlertsEvidence> {
    const { cloud } = this.#alerts
    await cloud.faults.clear()
    await this.#alerts.clear()
    await this.#join(readers)
    this.#letThingsGoWrong()
    for (let move = 1; move <= STORM; move += 1) {
      const series = SERIES[move - 1]
      if (series !== undefined) await this.#open(series)
      await this.#act()
      await this.#pass(MOVE, BREATH)
    }
    const lostAnswers = this.#lostAnswers()
    const forced = cloud.faults.met().filter(({ kind }) => kind === 'kill' || kind === 'freeze').length
    await this.#calm()
    await this.#untilAllHaveEnded()
    await cloud.wechat.idle()
    return this.#evidence(lostAnswers, forced)
  }

  async #join(count: number): Promise<void> {
    this.#openids = Array.from({ length: count }, (_, number) => `oReader-${this.#seed}-${number}-of-chaos`)
    const share = Math.ceil(count / 4)
    for (const credits of [0, 1, 2, 3]) {
      const some = this.#openids.slice(credits * share, (credits + 1) * share)
      const readers = await this.#alerts.addReaders(some, SERIES, credits)
      this.#counted.push(...readers.map(({ key }) => ({ key, granted: credits })))
    }
  }

  async #open(series: string): Promise<void> {
    const readers = await this.#readers()
    const campaign = await this.#alerts.openCampaign(`issue-${this.#seed}-${series}`, series)
    const followers = readers.filter((reader) => followedAt(reader, series, campaign.openedAt))
    this.#campaigns.push({ campaign, followers: new Map(followers.map(({ key, openid }) => [key, openid])) })
  }

  #readers(): Promise<Reader[]> {
    return this.#alerts.all<Reader>('readers')
  }

  #letThingsGoWrong(): void {
    const random = this.#random
    const by = (rule: Omit<FaultRuleInput, 'on' | 'function'>, chance: number) => {
      const on = { chance, seed: random.below(2 ** 31) }
      this.#alerts.cloud.faults.add({ function: 'alerts', on, ...rule })
    }
    const sends = { action: SEND }
    by({ ...sends, fault: { kind: 'refuse', errcode: random.pick([-1, 43108]) } }, random.pick([0, 0.1, 0.2]))
    by({ ...sends, fault: { kind: 'drop', when: 'after' } }, random.pick([0, 0.03]))
    by({ ...sends, fault: { kind: 'drop', when: 'before' } }, random.pick([0, 0.03]))
    by({ ...sends, fault: { kind: 'empty', when: random.pick(['before', 'after']) } }, random.pick([0, 0.03]))
    by(
      { ...sends, fault: { kind: 'platform-error', errorCode: -604102, when: 'after' } },
      random.pick([0, 0.02]),
    )
    by({ ...sends, fault: { kind: 'delay', ms: 40 } }, 0.3)
    for (const action of ['database.modifyDocument', 'database.getDocument', 'database.insertDocument']) {
      by({ action, fault: { kind: 'fail', code: 'SYS_ERR' } }, random.pick([0, 0.02, 0.05]))
      by({ action, fault: { kind: 'drop', when: 'after' } }, random.pick([0, 0.02, 0.05]))
      by({ action, fault: { kind: 'delay', ms: 40, when: random.pick(['before', 'after']) } }, 0.1)
    }
    for (const kind of ['kill', 'kill', 'freeze'] as const) {
      if (random.below(3) === 0) continue
      const when = random.pick(['before', 'after'] as const)
      const on = { call: 1 + random.below(120) }
      this.#alerts.cloud.faults.add({ function: 'alerts', on, fault: { kind, when } })
    }
    this.#alerts.cloud.wechat.settings.change({
      seed: random.below(2 ** 31),
      sentEvents: [{ when: 'after' }, { when: 'before' }, { when: 'after', twice: true }],
    })
  }

  /** A reader does something. */
  async #act(): Promise<void> {
    const { cloud } = this.#alerts
    const openid = this.#random.pick(this.#openids)
    const call = (endpoint: string, input: object) =>
      callFromPhone(cloud, 'subscriptions', { endpoint, input }, openid)
    const act = this.#random.pick([
      async () => {
        const phone = cloud.wechat.phone(openid)
        phone.willAnswer({ press: 'allow' })
        await phone.requestSubscribeMessage([TEMPLATE])
      },
      async () => call('stop', { seriesId: this.#random.pick(SERIES) }),
      async () => call('delete', {}),
    ])
    await act()
  }

  #pass(ms: number, breath: number): Promise<void> {
    const isRepeated = ms === MOVE && this.#random.below(4) === 0
    return this.#runs.pass(ms, breath, isRepeated)
  }

  /** Nothing goes wrong any more, and what stood still goes on. */
  async #calm(): Promise<void> {
    const { faults } = this.#alerts.cloud
    for (const { id } of faults.rules()) faults.remove(id)
    let isReleased = false
    const released = faults.release().then(() => {
      isReleased = true
    })
    while (!isReleased) await this.#pass(CALM_MOVE, CALM_BREATH)
    await released
  }

  async #untilAllHaveEnded(): Promise<void> {
    for (let move = 0; move < LAST_MOVE; move += 1) {
      if (move % 5 === 0) {
        const campaigns = await this.#alerts.all<Campaign>('campaigns')
        if (campaigns.every(({ open, checkAt }) => !open && checkAt === null)) return
        const pages = await this.#alerts.all<CampaignPage>('campaignPages')
        const due = [
          ...pages.flatMap(({ open, nextAt }) => (open ? [nextAt] : [])),
          ...campaigns.flatMap(({ open, checkAt }) => (open || checkAt === null ? [] : [checkAt])),
        ]
        if (due.length > 0) this.#runs.skipTo(Math.min(...due))
      }
      await this.#pass(CALM_MOVE, CALM_BREATH)
    }
  }

  #lostAnswers(): Set<string> {
    const lost = this.#alerts.cloud.faults
      .met()
      .filter(({ action, kind }) => action === SEND && kind !== 'refuse' && kind !== 'delay')
    const pages = this.#campaigns.map(({ campaign }) => campaign.page)
    return new Set(lost.flatMap(({ touser }) => pages.map((page) => `${touser} ${page}`)))
  }

  async #evidence(lostAnswers: Set<string>, forced: number): Promise<AlertsEvidence> {
    const { cloud } = this.#alerts
    const all = await this.#readers()
    const ledger = await this.#alerts.all<LedgerEntry>('consentLedger')
    const campaigns = await Promise.all(
      this.#campaigns.map(async ({ campaign: { id }, followers }) => ({
        campaign: await this.#alerts.campaign(id),
        pages: await this.#alerts.pages(id),
        followers,
      })),
    )
    const rows = campaigns.flatMap(({ pages }) => pages.flatMap((page) => page.rows))
    const refused = new Set(rows.filter(({ reason }) => reason === 'refused').map(({ key }) => key))
    const isLost = ({ key }: { key: string }) =>
      campaigns.some(({ followers, campaign }) => lostAnswers.has(`${followers.get(key)} ${campaign.page}`))
    const marked = new Set(
      rows.filter((row) => row.state === 'unknown' && !isLost(row)).map(({ run = '' }) => run),
    )
    return {
      window: this.#window,
      campaigns,
      messages: this.#openids.flatMap((openid) =>
        cloud.wechat.phone(openid).inbox.map(({ page }) => ({ openid, page: page ?? '', isWithheld: false })),
      ),
      lostAnswers,
      // Rows name the runs of our own making; no more of them than were ended by force may have left any.
      forcedRuns: marked.size <= forced ? marked : new Set(),
      hasAllEvents: true,
      readers: all
        .filter(({ erasedAt }) => erasedAt === null)
        .map((reader) => ({
          reader,
          granted: { [TEMPLATE]: this.#granted(reader.key, ledger) },
          cleared: new Set(refused.has(reader.key) ? [TEMPLATE] : []),
        })),
      log: cloud.functions.calls('alerts').flatMap(({ lines }) => lines),
    }
  }

  /** What there was at first, and what the ledger adds to it. */
  #granted(key: string, ledger: readonly LedgerEntry[]): number {
    const first = this.#counted.find((each) => each.key === key)?.granted ?? 0
    return ledger
      .filter((entry) => entry.key === key)
      .reduce((sum, { before, after }) => sum + after - before, first)
  }
}
