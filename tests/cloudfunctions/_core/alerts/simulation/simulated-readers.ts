import { createHash } from 'node:crypto'
import { createReader } from '#core/readers/create-reader'
import { startFollowing, stopFollowing, stopFollowingAll } from '#core/readers/follows'
import { noCredits } from '#core/readers/no-credits'
import type { Credits, Reader } from '#core/readers/reader'
import type { Random } from '../../../../support/create-random'
import { happens } from './chance'
import type { Memory } from './memory'
import type { SimulatedWeChat } from './simulated-wechat'
import type { VirtualClock } from './virtual-clock'

export const SERIES = ['weekly', 'monthly'] as const
export const TEMPLATE = 'shared-template'

/** What a reader did after which nothing more may be sent, to be compared with what was sent. */
export type Farewell = { openid: string; series: string; at: number }

type Parts = { memory: Memory; wechat: SimulatedWeChat; clock: VirtualClock; random: Random }

/** Readers who ask, consent, stop, delete everything, come back and switch off, as they please. */
export class SimulatedReaders {
  readonly #parts: Parts
  readonly openids: string[] = []
  readonly farewells: Farewell[] = []
  /** Consents that were counted, by key. */
  readonly granted = new Map<string, number>()
  /** Keys whose count a change event set to nothing. */
  readonly switchedOff = new Set<string>()

  /** By key, those of readers who are gone included. */
  readonly #openids = new Map<string, string>()

  constructor(parts: Parts, count: number) {
    this.#parts = parts
    for (let number = 1; number <= count; number += 1) this.#join(number)
  }

  /** A reader of the moment does something of the kind that readers do. */
  act(): void {
    const { random } = this.#parts
    const openid = random.pick(this.openids)
    const act = random.pick([
      () => this.#consent(openid),
      () => this.#consent(openid),
      () => this.#consent(openid),
      () => this.#follow(openid),
      () => this.#stop(openid),
      () => this.#erase(openid),
      () => this.#switchOff(openid),
    ])
    act()
  }

  /** Whose key it is or was. */
  openidOf(key: string): string {
    return this.#openids.get(key) ?? ''
  }

  find(openid: string): Reader | undefined {
    return [...this.#parts.memory.readers.values()].find((reader) => reader.openid === openid)
  }

  #join(number: number): void {
    const { wechat, random, clock } = this.#parts
    const openid = `oReader-${String(number).padStart(4, '0')}-${hash(String(number)).slice(0, 12)}`
    this.openids.push(openid)
    if (!happens(random, 0.02)) wechat.quotas.set(openid, 0)
    const reader = this.#make(openid)
    for (const series of SERIES)
      if (happens(random, 0.8)) reader.follows = startFollowing(reader.follows, series, clock.now())
    for (let consents = random.below(4); consents > 0; consents -= 1) this.#consent(openid)
    // WeChat alone knows the true count: ours is off for some.
    const quota = wechat.quotas.get(openid) ?? 0
    if (quota > 0 && happens(random, 0.05)) wechat.quotas.set(openid, quota - 1)
  }

  #make(openid: string): Reader {
    const { memory, random } = this.#parts
    const key = hash(`${openid} ${random.below(2 ** 30)}`).slice(0, 16)
    const reader = { ...createReader(openid, random.pick(['zh', 'en'] as const)), key }
    memory.readers.set(key, reader)
    this.granted.set(key, 0)
    this.#openids.set(key, openid)
    return reader
  }

  #consent(openid: string): void {
    const { wechat, clock } = this.#parts
    const quota = wechat.quotas.get(openid)
    if (quota !== undefined) wechat.quotas.set(openid, quota + 1)
    const reader = this.find(openid) ?? this.#make(openid)
    const row = creditsOf(reader)
    row.credits += 1
    row.lastGrantAt = clock.now()
    reader.version += 1
    this.granted.set(reader.key, (this.granted.get(reader.key) ?? 0) + 1)
  }

  #follow(openid: string): void {
    const { random, clock } = this.#parts
    const reader = this.find(openid) ?? this.#make(openid)
    reader.follows = startFollowing(reader.follows, random.pick(SERIES), clock.now())
    reader.version += 1
  }

  #stop(openid: string): void {
    const { random, clock } = this.#parts
    const reader = this.find(openid)
    if (!reader) return
    const series = random.pick(SERIES)
    reader.follows = stopFollowing(reader.follows, series, clock.now())
    reader.version += 1
    this.farewells.push({ openid, series, at: clock.now() })
  }

  #erase(openid: string): void {
    const { clock } = this.#parts
    const reader = this.find(openid)
    if (!reader) return
    for (const series of SERIES) this.farewells.push({ openid, series, at: clock.now() })
    reader.follows = stopFollowingAll(reader.follows, clock.now())
    reader.openid = `erased:${reader.key}`
    reader.templates = {}
    reader.erasedAt = clock.now()
    reader.version += 1
  }

  #switchOff(openid: string): void {
    const { wechat, clock } = this.#parts
    const reader = this.find(openid)
    if (!reader || !wechat.quotas.has(openid)) return
    wechat.quotas.set(openid, 0)
    const row = creditsOf(reader)
    row.credits = 0
    row.clearedAt = clock.now()
    reader.version += 1
    this.switchedOff.add(reader.key)
  }
}

function creditsOf(reader: Reader): Credits {
  const row = reader.templates[TEMPLATE] ?? noCredits()
  reader.templates[TEMPLATE] = row
  return row
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
