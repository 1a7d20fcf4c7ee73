import type { PhoneClock } from './phone-clock'

/** Where a call of a cloud function goes: a local cloud. */
export type Cloud = { url: string }

/** The openid of whoever holds the phone. */
export const READER = 'phone-under-test'

export type Call = { name: string; data: unknown }

/**
 * `cut`: nobody is reached. `failing`: the cloud is reached, and its functions fail. `held`: calls are under way until
 * `release`, so that a test sees what a slow network shows. `unanswered`: calls arrive, and their answers are under way
 * until then. `refusing`: the cloud takes no call of somebody who is not signed in.
 */
export type NetworkState = 'on' | 'cut' | 'failing' | 'held' | 'unanswered' | 'refusing'

/** The way from the phone to the cloud, which can be cut, slow or broken. */
export class PhoneNetwork {
  readonly calls: Call[] = []
  /** Bytes of all answers so far. */
  received = 0
  answers = 0
  /** From the first call of an endpoint on, the network is in another state. */
  turn: { at: string; to: NetworkState } | null = null
  private readonly waiting: (() => void)[] = []

  constructor(
    public state: NetworkState,
    private readonly cloud: Cloud,
    private readonly clock: PhoneClock,
    /** The timeline's single page has nobody. */
    private readonly openid: string | null = READER,
  ) {}

  /** Lets go what was held back. */
  release(): void {
    this.state = 'on'
    for (const goOn of this.waiting.splice(0)) goOn()
  }

  async callFunction(call: Call): Promise<{ result: unknown }> {
    this.calls.push(call)
    if (this.turn && this.turn.at === endpointOf(call)) this.state = this.turn.to
    return this.reach(async () => {
      if (this.state === 'refusing')
        throw { errCode: -501023, errMsg: 'errCode: -501023 unauthenticated access denied' }
      if (this.state === 'failing')
        throw { errCode: -504002, errMsg: 'errCode: -504002 functions execute fail' }
      return (await this.answerTo('callFunction', JSON.stringify(call))) as { result: unknown }
    })
  }

  /** Asks what is neither a function nor kept on the phone: the cloud's other services. */
  ask(path: string, body: string | FormData): Promise<object> {
    return this.reach(() => this.answerTo(path, body))
  }

  /** Any request to any address. */
  send(url: string, init: RequestInit = {}): Promise<{ statusCode: number; content: Buffer }> {
    return this.reach(async () => {
      const response = await fetch(url, init)
      return { statusCode: response.status, content: Buffer.from(await response.arrayBuffer()) }
    })
  }

  private async reach<T>(answer: () => Promise<T>): Promise<T> {
    if (this.state === 'held') await this.released()
    if (this.state === 'cut') throw { errCode: -1, errMsg: 'request:fail -105:net::ERR_NAME_NOT_RESOLVED' }
    const isAnswered = this.state !== 'unanswered'
    const answered = await this.clock.watch(answer())
    if (!isAnswered) await this.released()
    return answered
  }

  private released(): Promise<void> {
    return new Promise((resolve) => this.waiting.push(resolve))
  }

  private async answerTo(path: string, body: string | FormData): Promise<object> {
    const response = await fetch(new URL(`client/${path}`, this.cloud.url), {
      method: 'POST',
      headers: {
        ...(this.openid !== null && { 'x-local-openid': this.openid }),
        ...(typeof body === 'string' && { 'content-type': 'application/json' }),
      },
      body,
    })
    const text = await response.text()
    this.received += Buffer.byteLength(text)
    this.answers += 1
    const answer: object = JSON.parse(text)
    if ('errCode' in answer) throw answer
    return answer
  }
}

function endpointOf({ data }: Call): unknown {
  return typeof data === 'object' && data !== null && 'endpoint' in data ? data.endpoint : null
}
