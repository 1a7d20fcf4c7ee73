import type { AlertPorts } from './alert-ports'
import type { Campaign } from './campaign'
import { CHECK_AFTER } from './check-holds'
import { isQuiet } from './quiet-hours'
import { repeat } from './repeat'

/** ms between two looks at what editors have changed: a pause has effect in 10 s. */
const LOOK_EVERY = 2_000
/** ms for which is believed what was seen: where the database is slow or fails, nothing is sent for a while. */
const BELIEVED = 8_000

/** The campaigns with work left, as this run knows them: what it decides itself holds at once. */
export class OpenCampaigns {
  readonly #ports: AlertPorts
  readonly #deadline: number
  #campaigns: Campaign[] = []
  #lookedAt = 0
  /** When the last look that succeeded began. */
  #seenAt = 0
  /** Paused by this run, until the stored campaigns say so too. */
  readonly #paused = new Map<string, string>()

  constructor(ports: AlertPorts, deadline: number) {
    this.#ports = ports
    this.#deadline = deadline
  }

  /** The earliest opened first. */
  get all(): readonly Campaign[] {
    return this.#campaigns
  }

  isLookDue(now: number): boolean {
    return now >= this.#lookedAt + LOOK_EVERY
  }

  /** Whether what editors have changed would be known. */
  isUpToDate(now: number): boolean {
    return now < this.#seenAt + BELIEVED
  }

  async look(): Promise<void> {
    const { store, clock } = this.#ports
    this.#lookedAt = clock.now()
    const { seenAt, stored } = await repeat(clock, this.#deadline, async () => ({
      seenAt: clock.now(),
      stored: await store.campaigns.open(),
    }))
    this.#seenAt = seenAt
    this.#campaigns = stored.map((campaign) => {
      if (campaign.state !== 'sending') this.#paused.delete(campaign.id)
      const reason = this.#paused.get(campaign.id)
      const known = this.#find(campaign.id)
      const restUntil = Math.max(campaign.restUntil, known?.restUntil ?? 0)
      // Both are known here first, where this look has begun before they were stored.
      const frozen = campaign.frozen || known?.frozen === true
      return { ...campaign, restUntil, frozen, ...(reason === undefined ? {} : { state: 'paused', reason }) }
    })
  }

  /** Whether anything can be done for any of them between these moments. */
  hasWork(from: number, to: number): boolean {
    return this.#campaigns.some(
      ({ id, frozen }) =>
        !frozen || this.endOf(id, to) !== null || this.mayBeSent(id, from) || this.mayBeSent(id, to),
    )
  }

  /** Whether messages of a campaign may be sent at this moment. */
  mayBeSent(id: string, now: number): boolean {
    const campaign = this.#find(id)
    return (
      campaign?.state === 'sending' &&
      campaign.frozen &&
      now >= campaign.restUntil &&
      !isQuiet(this.#ports.settings.quietHours, now)
    )
  }

  /** Why a campaign's rows are to be skipped; null where they are not. */
  endOf(id: string, now: number): 'cancelled' | 'too-old' | null {
    const campaign = this.#find(id)
    if (campaign?.state === 'cancelled') return 'cancelled'
    return campaign && now >= campaign.expiresAt ? 'too-old' : null
  }

  /** Nothing of it is sent from this moment on; the reason is for those who have to mend it. */
  async pause(id: string, reason: string): Promise<void> {
    if (this.#paused.has(id)) return
    this.#paused.set(id, reason)
    this.#change(id, { state: 'paused', reason })
    this.#ports.log(`The campaign ${id} pauses. ${reason}`)
    await this.#store(id, { state: 'paused', reason })
  }

  /** Nothing of it is sent before `until`. */
  async rest(id: string, until: number): Promise<void> {
    if ((this.#find(id)?.restUntil ?? 0) >= until) return
    this.#change(id, { restUntil: until })
    await this.#store(id, { restUntil: until })
  }

  /** Everyone has a row. */
  noteFrozen(id: string): void {
    this.#change(id, { frozen: true })
  }

  /** All its rows have come to an end. */
  async finish({ id, state }: Campaign): Promise<void> {
    const { store, clock } = this.#ports
    const isOld = state !== 'cancelled' && this.endOf(id, clock.now()) === 'too-old'
    const end = {
      state: state === 'cancelled' ? ('cancelled' as const) : ('done' as const),
      open: false,
      finishedAt: clock.now(),
      checkAt: clock.now() + CHECK_AFTER,
      ...(isOld ? { reason: 'It was not done in time: what was left is too old to send.' } : {}),
    }
    await repeat(clock, this.#deadline, () => store.campaigns.change(id, [state], end))
    this.#campaigns = this.#campaigns.filter((each) => each.id !== id)
  }

  #find(id: string): Campaign | undefined {
    return this.#campaigns.find((each) => each.id === id)
  }

  #change(id: string, fields: Partial<Campaign>): void {
    this.#campaigns = this.#campaigns.map((each) => (each.id === id ? { ...each, ...fields } : each))
  }

  async #store(id: string, fields: Partial<Pick<Campaign, 'state' | 'reason' | 'restUntil'>>): Promise<void> {
    const { store, clock } = this.#ports
    await repeat(clock, this.#deadline, () => store.campaigns.change(id, ['sending'], fields))
  }
}
