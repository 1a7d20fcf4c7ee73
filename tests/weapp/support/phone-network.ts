import type { PhoneClock } from './phone-clock'

/** Where a call of a cloud function goes: a local cloud. */
export type Cloud = { url: string }

export type Call = { name: string; data: unknown }

/** The way from the phone to the cloud, which can be cut, slow or broken. */
export class PhoneNetwork {
  /** `cut`: nobody is reached. `failing`: the cloud is reached, and its functions fail. */
  state: 'on' | 'cut' | 'failing' = 'on'
  readonly calls: Call[] = []
  private held: { promise: Promise<void>; release: () => void } | null = null

  constructor(
    private readonly cloud: Cloud,
    private readonly clock: PhoneClock,
  ) {}

  /** From now on, answers are under way until `release`: what is seen meanwhile is what a slow network shows. */
  hold(): void {
    let release = () => {}
    const promise = new Promise<void>((resolve) => {
      release = resolve
    })
    this.held = { promise, release }
  }

  release(): void {
    this.held?.release()
    this.held = null
  }

  async callFunction(call: Call): Promise<{ result: unknown }> {
    this.calls.push(call)
    if (this.held) await this.held.promise
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
