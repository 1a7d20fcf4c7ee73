import type { QuietHours } from '#core/alerts/quiet-hours'
import { createRandom, type Random } from '../../../../support/create-random'
import { happens } from './chance'
import type { Weather } from './simulated-process'
import type { SendWeather } from './simulated-wechat'

export const FAIR: Weather = { fails: 0, isLost: 0, isSlow: 0, breaksOff: 0 }
export const FAIR_SENDS: SendWeather = {
  passing: 0,
  tooMany: 0,
  ours: 0,
  isLost: 0,
  isSlow: 0,
  isWithheld: 0,
}

/** What a seed makes of one simulation. */
export type Plan = {
  readers: number
  weather: Weather
  sends: SendWeather
  window: number
  concurrency: number
  /** Whether WeChat tells of messages: of all, some of them twice, of some, or of none. */
  events: 'all' | 'some' | 'none'
  /** Of runs, those that are killed or frozen. */
  kills: number
  freezes: number
  /** Of timer events, those that come twice. */
  repeats: number
  /** ms between two acts of readers. */
  restlessness: number
  /** Editors pause, resume and cancel. */
  hasEditors: boolean
  quietHours: QuietHours | null
  /** ms from the opening to the end of what is worth sending. */
  lifetime: number
  /** 1970's ms at which it begins: shortly before quiet hours where there are any. */
  startsAt: number
}

/** 2026-11-25, 21:58:40 in Beijing. */
const EVENING = Date.UTC(2026, 10, 25, 13, 58, 40)

export function planOf(seed: number): Plan {
  const random = createRandom(seed)
  const share = (...shares: number[]) => random.pick(shares)
  const isQuiet = happens(random, 0.15)
  return {
    readers: 100,
    weather: {
      fails: share(0, 0.02, 0.1),
      isLost: share(0, 0.02, 0.1),
      isSlow: share(0, 0.02, 0.05),
      breaksOff: share(0, 0.1),
    },
    sends: {
      passing: share(0, 0.1, 0.3),
      tooMany: share(0, 0, 0.005),
      ours: share(0, 0, 0.005),
      isLost: share(0, 0.02, 0.1),
      isSlow: share(0, 0.05),
      isWithheld: share(0, 0.02),
    },
    window: share(8, 24, 96),
    concurrency: share(4, 24),
    events: random.pick(['all', 'all', 'some', 'none'] as const),
    kills: share(0, 0.3, 0.6),
    freezes: share(0, 0.3),
    repeats: share(0, 0.3),
    restlessness: share(200, 1_000, 5_000),
    hasEditors: happens(random, 0.3),
    quietHours: isQuiet ? { from: 22, to: 8 } : null,
    lifetime: happens(random, 0.1) ? 90_000 : 7 * 86_400_000,
    startsAt: isQuiet ? EVENING : EVENING - random.below(8 * 3_600_000),
  }
}

export function forkOf(random: Random): Random {
  return createRandom(random.below(2 ** 31))
}
