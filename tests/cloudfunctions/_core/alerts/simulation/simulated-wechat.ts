import type { AlertMessage } from '#core/alerts/alert-ports'
import type { SendAnswer } from '#core/alerts/outcome'
import type { Random } from '../../../../support/create-random'
import { between, happens } from './chance'
import type { SimulatedProcess } from './simulated-process'
import type { VirtualClock } from './virtual-clock'

/** How often sends go wrong, as shares. */
export type SendWeather = {
  passing: number
  tooMany: number
  ours: number
  /** The answer is lost, or empty, or has a code that nobody has heard of. */
  isLost: number
  isSlow: number
  /** Accepted, and never arrives. */
  isWithheld: number
}

/** A message that WeChat took. */
export type Taken = {
  openid: string
  /** Where it leads, which names the issue. */
  page: string
  templateId: string
  msgid: string
  at: number
  isWithheld: boolean
}

const LOST: readonly SendAnswer[] = [
  { code: -501001, msgid: null, message: 'request timeout' },
  { code: -501001, msgid: null, message: 'socket hang up' },
  { code: -604102, msgid: null, message: 'timeout' },
  { code: 12345, msgid: null, message: 'never heard of' },
  { code: 0, msgid: null, message: '' },
]
const PASSING: readonly SendAnswer[] = [
  { code: -1, msgid: null, message: 'system error' },
  { code: -501003, msgid: null, message: 'too many requests' },
  { code: -501001, msgid: null, message: 'connect ECONNREFUSED 127.0.0.1:80' },
]

/** The SDK gives up after this. */
const TIMEOUT = 5_000

/** WeChat's side: the true quotas, the inbox, and what may become of a send. */
export class SimulatedWeChat {
  readonly inbox: Taken[] = []
  /** By openid; nobody else is known to WeChat. */
  readonly quotas = new Map<string, number>()
  /** Whose quota WeChat itself found to be nothing. */
  readonly refused = new Set<string>()
  /** Sends whose caller did not learn what came of them: openid and page. */
  readonly lost = new Set<string>()
  readonly #clock: VirtualClock
  readonly #random: Random
  readonly #weather: () => SendWeather
  readonly #underWay = new Set<string>()
  #msgids = 0

  constructor(clock: VirtualClock, random: Random, weather: () => SendWeather) {
    this.#clock = clock
    this.#random = random
    this.#weather = weather
  }

  /** `whenTaken` hears of each message that WeChat takes. */
  send(
    process: SimulatedProcess,
    message: AlertMessage,
    whenTaken: (taken: Taken) => void,
  ): Promise<SendAnswer> {
    const random = this.#random
    const weather = this.#weather()
    const there = happens(random, weather.isSlow) ? between(random, 100, 9_000) : between(random, 5, 40)
    const back = between(random, 5, 60)
    return process.request<SendAnswer>((answer) => {
      let isAnswered = false
      const answerOnce = (ms: number, outcome: SendAnswer) => {
        if (!isAnswered) answer(ms, () => Promise.resolve(outcome))
        isAnswered = true
      }
      if (there + back > TIMEOUT) {
        this.#noteLost(message)
        answerOnce(TIMEOUT, LOST[0] as SendAnswer)
      }
      this.#clock.after(there, () => {
        const outcome = this.#receive(message, back, whenTaken)
        if (!happens(random, weather.isLost)) return answerOnce(back, outcome)
        if (!isAnswered) this.#noteLost(message)
        answerOnce(back, random.pick(LOST))
      })
    })
  }

  #noteLost({ openid, page }: AlertMessage): void {
    this.lost.add(`${openid} ${page}`)
  }

  #receive(
    { openid, page, templateId }: AlertMessage,
    back: number,
    whenTaken: (taken: Taken) => void,
  ): SendAnswer {
    const random = this.#random
    const weather = this.#weather()
    if (this.#underWay.has(openid)) return refusal(43108)
    this.#underWay.add(openid)
    this.#clock.after(back, () => void this.#underWay.delete(openid))
    if (happens(random, weather.tooMany)) return refusal(45009)
    if (happens(random, weather.ours)) return refusal(47003)
    if (happens(random, weather.passing)) return random.pick(PASSING)
    const quota = this.quotas.get(openid)
    if (quota === undefined) return refusal(40003)
    if (quota === 0) {
      this.refused.add(openid)
      return refusal(43101)
    }
    this.quotas.set(openid, quota - 1)
    this.#msgids += 1
    const isWithheld = happens(random, weather.isWithheld)
    const taken = { openid, page, templateId, msgid: `m${this.#msgids}`, at: this.#clock.now(), isWithheld }
    this.inbox.push(taken)
    whenTaken(taken)
    return { code: 0, msgid: taken.msgid, message: '' }
  }
}

function refusal(code: number): SendAnswer {
  return { code, msgid: null, message: `refused with ${code}` }
}
