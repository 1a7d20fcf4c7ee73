import type { AlertPorts } from './alert-ports'
import type { Receiver } from './alert-store'
import { type Campaign, type CampaignPage, type Delivery, holdToken } from './campaign'
import { FencedPage } from './fenced-page'
import { recordLate, returnHolds } from './lost-page'
import { repeat } from './repeat'
import { obstacleOf, reservePage } from './reserve-page'
import { settlePage } from './settle-page'
import { takeInEvents } from './take-in-events'

/** Outcomes a write. */
const FULL = 40
/** So few rows at hand are worth a write, if it announces so many more. */
const LOW = 8
const WORTHWHILE = 16
/** ms after which an outcome is written, however few there are. */
const LONGEST_UNWRITTEN = 250
/** ms for which it is taken to hold that a reader has neither stopped nor gone. */
const TRUST = 5_000

/** Why a page is left: to be taken up later, or for good, which is why its rows are skipped. */
export type Stop = 'later' | 'cancelled' | 'too-old'

/** Whether another row of this reader is announced. */
type IsTaken = (key: string) => boolean

type Options = { ports: AlertPorts; run: string; campaign: Campaign; page: CampaignPage; deadline: number }

/**
 * One page of deliveries in the hands of one run. A row is pending, then announced (stored as `sending`), then begun,
 * and comes to an outcome. Nothing is begun before its announcement is surely stored.
 */
export class PageWork {
  readonly campaign: Campaign
  readonly #ports: AlertPorts
  readonly #run: string
  readonly #deadline: number
  readonly #page: FencedPage
  readonly #positionOf: ReadonlyMap<string, number>
  #receivers = new Map<string, Receiver>()
  #verifiedAt = 0
  /** Positions of rows. */
  #pending: number[] = []
  #ready: number[] = []
  readonly #begun = new Set<number>()
  #announcing: number[] = []
  /** What is to be written. */
  #changes = new Map<number, Partial<Delivery>>()
  #oldestChangeAt = 0
  #isWriting = false
  /** Outcomes on their way to the store. */
  #writing = 0
  #stop: Stop | null = null
  #isLost = false

  constructor({ ports, run, campaign, page, deadline }: Options) {
    this.campaign = campaign
    this.#ports = ports
    this.#run = run
    this.#deadline = deadline
    this.#page = new FencedPage(ports, run, page, deadline)
    this.#positionOf = new Map(page.rows.map(({ key }, position) => [key, position]))
  }

  get id(): string {
    return this.#page.id
  }

  /** Another run has taken the page. */
  get isLost(): boolean {
    return this.#isLost
  }

  get isStopped(): boolean {
    return this.#stop !== null
  }

  /** Rows that are stored as being sent, or may be by now. */
  get announced(): number {
    const unwritten = this.#writing + this.#unwrittenSends()
    return this.#ready.length + this.#begun.size + this.#announcing.length + unwritten
  }

  /** Rows that are yet to be begun. */
  get left(): number {
    return this.#ready.length + this.#announcing.length + this.#pending.length
  }

  /** Whether nothing is left to do but to close it. */
  get isWorkedOff(): boolean {
    return this.left + this.#begun.size + this.#changes.size === 0 && !this.#isWriting
  }

  /**
   * Takes the page from whoever had it, and holds the credits of all rows that are due, unless it is only to be ended:
   * other campaigns may want them. What was being sent then is unknown from now on. False where another run was quicker.
   */
  async open(end: Exclude<Stop, 'later'> | null): Promise<boolean> {
    const orphans = this.#positions((row) => row.state === 'sending')
    const unknown = new Map(orphans.map((position) => [position, { state: 'unknown' } as const]))
    if (!(await this.#page.write(unknown))) return false
    if (end) {
      this.stop(end)
      return true
    }
    const now = this.#ports.clock.now()
    const due = this.#positions(
      ({ state, notBefore = 0 }) => state === 'pending' || (state === 'waiting' && notBefore <= now),
    )
    const { ports, run, campaign, deadline } = this.#context()
    const reserving = reservePage(ports, run, campaign, this.#page.rows, due, deadline)
    const { receivers, positions, changes } = await reserving.catch(async (thrown: unknown) => {
      await returnHolds(ports, campaign, this.id)
      throw thrown
    })
    if (ports.clock.now() > now + TRUST && !(await this.#page.readAgain())) {
      await returnHolds(ports, campaign, this.id)
      return false
    }
    this.#receivers = receivers
    this.#verifiedAt = now
    this.#pending = positions
    for (const [position, change] of changes) this.#change(position, change)
    return true
  }

  /** Begins nothing more; what was begun comes to its outcome. */
  stop(how: Stop): void {
    this.#stop = how
    for (const position of this.#ready.splice(0)) this.#change(position, { state: 'pending' })
    this.#pending = []
    if (how === 'later') return
    // What is written next may still come back as pending or waiting: `#change` sees to that.
    for (const [position, change] of this.#changes) this.#change(position, change)
    for (const position of this.#positions(({ state }) => state === 'pending' || state === 'waiting'))
      if (!this.#changes.has(position) && !this.#announcing.includes(position))
        this.#change(position, { state: 'pending' })
  }

  needsVerifying(now: number): boolean {
    return this.left > 0 && now >= this.#verifiedAt + TRUST
  }

  /** Looks again which readers are there and still want to be told. */
  async verify(): Promise<void> {
    const { store, clock } = this.#ports
    const now = clock.now()
    const keys = [...this.#ready, ...this.#announcing, ...this.#pending].map((each) => this.row(each).key)
    const found = await repeat(clock, this.#deadline, () =>
      store.readers.receivers(keys, this.campaign.templateId),
    )
    // Of those that are done, what campaigns hold is still asked for at the end.
    for (const key of keys) this.#receivers.delete(key)
    for (const receiver of found) this.#receivers.set(receiver.key, receiver)
    this.#verifiedAt = now
    this.#ready = this.#ready.filter((position) => this.#mayBeTold(position))
    this.#pending = this.#pending.filter((position) => this.#mayBeTold(position))
  }

  /** Whether the row of this reader is stored as being sent, or may be by now. */
  isAnnounced(key: string): boolean {
    const position = this.#positionOf.get(key)
    if (position === undefined) return false
    return this.row(position).state === 'sending' || this.#announcing.includes(position)
  }

  /** Puts off readers of whom another message may have gone out; `until` says for how long. */
  postpone(until: (key: string) => number | undefined): void {
    this.#pending = this.#pending.filter((position) => {
      const notBefore = until(this.row(position).key)
      if (notBefore !== undefined) this.#change(position, { state: 'waiting', notBefore })
      return notBefore === undefined
    })
  }

  /** The next row to send, which has begun from now on; null where there is none. */
  begin(now: number, isFree: (key: string) => boolean): { position: number; receiver: Receiver } | null {
    if (this.#stop !== null || this.#isLost || this.needsVerifying(now)) return null
    for (const [index, position] of this.#ready.entries()) {
      const receiver = this.#receivers.get(this.row(position).key)
      if (!receiver || !isFree(receiver.key)) continue
      this.#ready.splice(index, 1)
      this.#begun.add(position)
      return { position, receiver }
    }
    return null
  }

  row(position: number): Delivery {
    const row = this.#page.rows[position]
    if (!row) throw new Error(`The page ${this.id} has no row ${position}.`)
    return row
  }

  /** What came of a row that was begun. */
  async record(position: number, changes: Partial<Delivery>): Promise<void> {
    this.#begun.delete(position)
    if (this.#isLost) await this.#recordLate(position, changes)
    else this.#change(position, changes)
  }

  wantsWriting(now: number, room: number, isTaken: IsTaken): boolean {
    if (this.#isLost || this.#isWriting) return false
    const more = this.#ready.length < LOW ? this.#next(room + this.#unwrittenSends(), isTaken).length : 0
    // A small window never has room for more than a part of it.
    const worthwhile = Math.min(WORTHWHILE, Math.ceil(this.#ports.settings.window / 2))
    if (more > 0 && more >= Math.min(this.#pending.length, worthwhile)) return true
    if (this.#changes.size === 0) return false
    const isLast = this.left + this.#begun.size === 0
    return isLast || this.#changes.size >= FULL || now >= this.#oldestChangeAt + LONGEST_UNWRITTEN
  }

  /**
   * Stores the outcomes so far and announces more rows: as many as they make room for, and `room` beside. No reader has
   * two announced rows: if their run ended, nobody could tell which of them a message was.
   */
  async write(room: number, isTaken: IsTaken): Promise<void> {
    const changes = this.#changes
    const at = this.#ports.clock.now()
    this.#isWriting = true
    this.#writing = this.#unwrittenSends()
    this.#announcing = this.#next(room + this.#writing, isTaken)
    const announcing = new Set(this.#announcing)
    this.#pending = this.#pending.filter((position) => !announcing.has(position))
    this.#changes = new Map()
    for (const position of this.#announcing) changes.set(position, { state: 'sending', at, run: this.#run })
    const isWritten = await this.#page.write(changes)
    const announced = this.#announcing.splice(0)
    this.#isWriting = false
    this.#writing = 0
    if (!isWritten) return this.#lose(changes)
    for (const position of announced) {
      if (this.#stop !== null) this.#change(position, { state: 'pending' })
      else if (this.#mayBeTold(position)) this.#ready.push(position)
    }
  }

  /** Settles what has come to its end, and closes the page or says when it is to be taken up again. */
  async close(): Promise<void> {
    const { ports, campaign, deadline } = this.#context()
    const unfinished = this.#page.rows.filter(({ state }) => state === 'pending' || state === 'waiting')
    if (this.#stop === 'later' && unfinished.length > 0) return
    if (ports.settings.events) {
      const rows = await repeat(ports.clock, deadline, () => this.#takeInEvents())
      if (!rows) return
      await settlePage(ports, campaign, rows, deadline)
    } else await settlePage(ports, campaign, this.#page.rows, deadline)
    const next = unfinished.map(({ notBefore }) => notBefore ?? campaign.openedAt)
    await this.#page.write(
      new Map(),
      unfinished.length === 0 ? { open: false } : { nextAt: Math.min(...next) },
    )
  }

  /** The next rows that may be announced, at most so many. */
  #next(most: number, isTaken: IsTaken): number[] {
    const next: number[] = []
    for (const position of this.#pending) {
      if (next.length >= most) break
      if (!isTaken(this.row(position).key)) next.push(position)
    }
    return next
  }

  #context() {
    return { ports: this.#ports, run: this.#run, campaign: this.campaign, deadline: this.#deadline }
  }

  #positions(is: (row: Delivery) => boolean): number[] {
    return this.#page.rows.flatMap((row, position) => (is(row) ? [position] : []))
  }

  /** Outcomes that are not written yet: their rows are still stored as being sent. */
  #unwrittenSends(): number {
    let count = 0
    for (const position of this.#changes.keys()) if (this.row(position).state === 'sending') count += 1
    return count
  }

  /** Where the page has been left for good, what would be tried again is skipped. */
  #change(position: number, change: Partial<Delivery>): void {
    const isOpen = change.state === 'pending' || change.state === 'waiting'
    const isForGood = this.#stop !== null && this.#stop !== 'later'
    if (this.#changes.size === 0) this.#oldestChangeAt = this.#ports.clock.now()
    this.#changes.set(
      position,
      isOpen && isForGood
        ? { ...change, state: 'skipped', reason: this.#stop as 'cancelled' | 'too-old' }
        : change,
    )
  }

  #mayBeTold(position: number): boolean {
    const obstacle = obstacleOf(this.#receivers.get(this.row(position).key), this.campaign)
    if (obstacle) this.#change(position, obstacle)
    return obstacle === null
  }

  async #lose(changes: ReadonlyMap<number, Partial<Delivery>>): Promise<void> {
    this.#isLost = true
    this.#ready = []
    this.#pending = []
    for (const [position, change] of [...changes, ...this.#changes]) await this.#recordLate(position, change)
    this.#changes.clear()
    await returnHolds(this.#ports, this.campaign, this.id)
  }

  #recordLate(position: number, change: Partial<Delivery>): Promise<void> {
    return recordLate(this.#ports, this.campaign, this.id, { position, row: this.row(position), change })
  }

  /** The rows as they are then; null where another run has taken the page. */
  async #takeInEvents(): Promise<Delivery[] | null> {
    const rows = await this.#page.readAgain()
    return rows && takeInEvents(this.#ports.store, this.id, rows, (key) => this.#eventReader(key))
  }

  #eventReader(key: string) {
    const holds = this.#receivers.get(key)?.holds ?? []
    const own = holdToken(this.campaign)
    return {
      key,
      templateId: this.campaign.templateId,
      holds: holds.filter((token) => token !== own),
      settled: [],
    }
  }
}
