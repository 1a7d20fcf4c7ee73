import type { AlertPorts } from './alert-ports'
import type { Receiver } from './alert-store'
import type { Campaign } from './campaign'
import { freezeCampaign } from './freeze-campaign'
import type { Lease } from './lease'
import type { OpenCampaigns } from './open-campaigns'
import { pauseReason } from './outcome'
import { PageWork } from './page-work'
import { repeat } from './repeat'
import { UNKNOWN_WAIT } from './reserve-page'
import { rowAfterAnswer } from './row-after-answer'
import { Suspicion } from './suspicion'

/** ms; what happens earlier wakes the slice at once. */
const TICK = 50
/** How long WeChat is left alone when it says that there were too many calls. */
const REST = 60_000
/** ms after which a page may have become due. */
const LOOK_AGAIN = 1_000
/** While one page runs out, the next is made ready. */
const PAGES_AT_ONCE = 2

type Options = {
  ports: AlertPorts
  run: string
  lease: Lease
  campaigns: OpenCampaigns
  /** When nothing more is begun. */
  endsAt: number
  /** When the database is given up. */
  deadline: number
}

/** The work of one run while it has the lease: pages are opened, their rows sent and recorded, and closed. */
export class Slice {
  readonly #options: Options
  #pages: PageWork[] = []
  /** Readers to whom a send is under way, by key: WeChat takes one at a time. */
  readonly #inFlight = new Set<string>()
  /** Until when an unknown send of this run is waited for, by template and key: see `UNKNOWN_WAIT`. */
  readonly #questions = new Map<string, number>()
  readonly #suspicions = new Map<string, Suspicion>()
  /** What is being done beside the sends: names, so that nothing is done twice at once. */
  readonly #tasks = new Set<string>()
  #failure: unknown = null
  #lookForPagesAt = 0
  #isNothingLeft = false
  #wake = () => {}

  constructor(options: Options) {
    this.#options = options
  }

  /** Ends when nothing is left to do or its time is over, and what it began has come to its end. */
  async work(): Promise<void> {
    const { lease, endsAt, ports } = this.#options
    while (true) {
      const now = ports.clock.now()
      const isEnding = now >= endsAt || lease.isLost || this.#isNothingLeft || this.#failure !== null
      if (isEnding && this.#isAtRest()) break
      // A page that was just being opened when something failed comes late.
      if (this.#failure !== null) this.#pages = []
      this.#keepUp()
      this.#stopPages(now, isEnding)
      this.#startSends(now)
      this.#workOnPages(now)
      if (!isEnding) this.#openPages(now)
      await this.#untilSomethingHappens()
    }
    if (this.#failure !== null) throw this.#failure
  }

  #isAtRest(): boolean {
    return this.#pages.length === 0 && this.#tasks.size === 0 && this.#inFlight.size === 0
  }

  #keepUp(): void {
    const { lease, campaigns, ports } = this.#options
    const now = ports.clock.now()
    this.#do('renew', () => lease.renew(), lease.isRenewalDue(now))
    this.#do('look', () => campaigns.look(), campaigns.isLookDue(now))
  }

  #stopPages(now: number, isEnding: boolean): void {
    const { campaigns } = this.#options
    for (const page of this.#pages) {
      const end = campaigns.endOf(page.campaign.id, now)
      if (page.isStopped) continue
      if (end) page.stop(end)
      else if (isEnding || !campaigns.mayBeSent(page.campaign.id, now)) page.stop('later')
    }
  }

  #startSends(now: number): void {
    const { lease, ports, campaigns } = this.#options
    if (!campaigns.isUpToDate(now)) return
    const isFree = (key: string) => !this.#inFlight.has(key)
    for (const page of this.#pages) {
      while (this.#inFlight.size < ports.settings.concurrency && lease.maySend(now)) {
        if (!campaigns.mayBeSent(page.campaign.id, now)) break
        const begun = page.begin(now, isFree)
        if (!begun) break
        void this.#send(page, begun.position, begun.receiver)
      }
    }
  }

  /** Ends when the answer is recorded. */
  async #send(page: PageWork, position: number, receiver: Receiver): Promise<void> {
    const { ports, campaigns } = this.#options
    const { templateId, page: opens, content, id } = page.campaign
    const { key, openid, language } = receiver
    this.#inFlight.add(key)
    const answer = await ports.send({ openid, language, templateId, page: opens, data: content[language] })
    const now = ports.clock.now()
    const { outcome, changes } = rowAfterAnswer(page.row(position), answer, now, () => ports.random())
    if (outcome === 'unknown') this.#questions.set(`${templateId} ${key}`, now + UNKNOWN_WAIT)
    if (outcome === 'ours') this.#do(`pause ${id}`, () => campaigns.pause(id, pauseReason(answer)))
    if (outcome === 'rest') this.#do(`rest ${id}`, () => campaigns.rest(id, now + REST))
    const suspicion = this.#suspicionOf(id).note(outcome)
    if (suspicion !== null) this.#do(`pause ${id}`, () => campaigns.pause(id, suspicion))
    await page.record(position, changes)
    this.#inFlight.delete(key)
    this.#wake()
  }

  #suspicionOf(campaignId: string): Suspicion {
    const suspicion = this.#suspicions.get(campaignId) ?? new Suspicion()
    this.#suspicions.set(campaignId, suspicion)
    return suspicion
  }

  #workOnPages(now: number): void {
    const { lease } = this.#options
    if (this.#pages.some((page) => page.isLost)) lease.lose()
    this.#pages = this.#pages.filter((page) => !page.isLost)
    for (const page of this.#pages) {
      if (this.#questions.size > 0)
        page.postpone((key) => this.#questions.get(`${page.campaign.templateId} ${key}`))
      const others = this.#pages.filter(({ campaign }) => campaign.id !== page.campaign.id)
      // What is announced and never begun would be unknown to whoever takes the page.
      const isTaken = (key: string) => !lease.maySend(now) || others.some((other) => other.isAnnounced(key))
      const room = this.#options.ports.settings.window - this.#announced()
      const isFailed = this.#failure !== null
      this.#do(
        `write ${page.id}`,
        () => page.write(room, isTaken),
        !isFailed && page.wantsWriting(now, room, isTaken),
      )
      this.#do(`verify ${page.id}`, () => page.verify(), page.needsVerifying(now))
      this.#do(`close ${page.id}`, () => this.#close(page), page.isWorkedOff)
    }
  }

  #announced(): number {
    return this.#pages.reduce((sum, page) => sum + page.announced, 0)
  }

  async #close(page: PageWork): Promise<void> {
    await page.close()
    this.#pages = this.#pages.filter((each) => each !== page)
    this.#lookForPagesAt = 0
  }

  #openPages(now: number): void {
    const last = this.#pages.at(-1)
    const hasRoom =
      this.#pages.length === 0 ||
      (this.#pages.length < PAGES_AT_ONCE && (last?.left ?? 0) <= this.#options.ports.settings.window)
    this.#do(
      'open',
      () => this.#openNext(),
      hasRoom && now >= this.#lookForPagesAt && this.#options.lease.maySend(now),
    )
  }

  /** Opens the next page that is due, or finds out when to look again. */
  async #openNext(): Promise<void> {
    const { campaigns, ports, endsAt } = this.#options
    const now = ports.clock.now()
    let nextAt = Number.POSITIVE_INFINITY
    for (const campaign of campaigns.all) {
      if (!campaign.frozen && !(await this.#freeze(campaign))) return
      const end = campaigns.endOf(campaign.id, now)
      if (!end && !campaigns.mayBeSent(campaign.id, now)) continue
      const at = await this.#openPageOf(campaign, end)
      if (at === null) return
      nextAt = Math.min(nextAt, at)
    }
    // New campaigns are noticed when the campaigns are looked at; what is due after this run is for the next.
    this.#lookForPagesAt = Math.min(nextAt, now + LOOK_AGAIN)
    this.#isNothingLeft = this.#pages.length === 0 && nextAt > endsAt
  }

  async #freeze(campaign: Campaign): Promise<boolean> {
    const { ports, campaigns, deadline, endsAt, lease } = this.#options
    const mayGoOn = () => ports.clock.now() < endsAt && !lease.isLost
    const isFrozen = await freezeCampaign(ports, campaign, deadline, mayGoOn)
    if (isFrozen) campaigns.noteFrozen(campaign.id)
    return isFrozen
  }

  /** Null when it has opened one, or another run was quicker; else when there may be one. */
  async #openPageOf(campaign: Campaign, end: 'cancelled' | 'too-old' | null): Promise<number | null> {
    const { ports, run, deadline, campaigns, lease } = this.#options
    const { store, clock } = ports
    const open = this.#pages.map(({ id }) => id)
    // The end of a campaign is the end of what waits, too.
    const until = end ? Number.MAX_SAFE_INTEGER : clock.now()
    const found = await repeat(clock, deadline, () => store.pages.due(campaign.id, until, open))
    // A run that stood still must not take a page from the one that now has the lease.
    if (found && !lease.maySend(clock.now())) return null
    if (found) {
      const page = new PageWork({ ports, run, campaign, page: found, deadline })
      if (!(await page.open(end))) {
        lease.lose()
        return null
      }
      this.#pages.push(page)
      return null
    }
    // Its last page may close at any moment, and the campaign with it.
    if (this.#pages.some((page) => page.campaign.id === campaign.id)) return clock.now() + LOOK_AGAIN
    const next = await repeat(clock, deadline, () => store.pages.nextDue(campaign.id))
    if (next !== null) return next
    await campaigns.finish(campaign)
    return Number.POSITIVE_INFINITY
  }

  /** Does something beside the rest unless it is being done; what it throws ends the slice. */
  #do(name: string, work: () => Promise<void>, isDue = true): void {
    if (!isDue || this.#tasks.has(name)) return
    this.#tasks.add(name)
    work()
      .catch((thrown: unknown) => {
        this.#failure ??= thrown
        this.#pages = []
      })
      .finally(() => {
        this.#tasks.delete(name)
        this.#wake()
      })
  }

  async #untilSomethingHappens(): Promise<void> {
    const happened = new Promise<void>((resolve) => {
      this.#wake = resolve
    })
    await Promise.race([happened, this.#options.ports.clock.sleep(TICK)])
  }
}
