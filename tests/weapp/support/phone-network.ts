import type { PhoneClock } from './phone-clock'

/** Where a call of a cloud function goes: a local cloud. */
export type Cloud = { url: string }

export type Call = { name: string; data: unknown }

/**
 * `cut`: nobody is reached. `failing`: the cloud is reached, and its functions fail. `held`: calls are under way until
 * `release`, so that a test sees what a slow network shows.
 */
export type NetworkState = 'on' | 'cut' | 'failing' | 'held'

/** The way from the phone to the cloud, which can be cut, slow or broken. */
export class PhoneNetwork {
  readonly calls: Call[] = []
  private readonly waiting: (() => void)[] = []

  constructor(
    public state: NetworkState,
    private readonly cloud: Cloud,
    private readonly clock: PhoneClock,
  ) {}

  /** Lets go what was held back. */
  release(): void {
    this.state = 'on'
    for (const goOn of this.waiting.splice(0)) goOn()
  }

  async callFunction(call: Call): Promise<{ result: unknown }> {
    this.calls.push(call)
    if (this.state === 'held') await new Promise<void>((resolve) => this.waiting.push(resolve))
    if (this.state === 'cut') throw { errCode: -1, errMsg: 'request:fail -105:net::ERR_NAME_NOT_RESOLVED' }
    if (this.state === 'failing')
      throw { errCode: -504002, errMsg: 'errCode: -504002 functions execute fail' }
    return this.clock.watch(this.ask(call))
  }

  private async ask(call: Call): Promise<{ result: unknown }> {
    const response = await fetch(new URL('client/callFunction', this.cloud.url), {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-local-openid': 'phone-under-test' },
      body: JSON.stringify(call),
    })
    const answer = (await response.json()) as { result?: unknown; errCode?: number; errMsg?: string }
    if (!('result' in answer)) throw { errCode: answer.errCode, errMsg: answer.errMsg ?? 'no answer' }
    return { result: answer.result }
  }
}
