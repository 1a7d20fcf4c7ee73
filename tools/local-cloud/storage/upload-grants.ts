import { randomBytes } from 'node:crypto'
import type { Clock } from '../clock'

/** As long as the signatures of the true cloud. */
const LIFETIME_MS = 15 * 60 * 1000

type Grant = { path: string; until: number }

/** The right to upload one file once, given to a server before it sends the bytes. */
export class UploadGrants {
  readonly #clock: Clock
  readonly #grants = new Map<string, Grant>()

  constructor(clock: Clock) {
    this.#clock = clock
  }

  /** What an upload must bring along. */
  give(path: string): string {
    this.#forgetExpired()
    const authorization = randomBytes(24).toString('base64url')
    this.#grants.set(authorization, { path, until: this.#clock.now() + LIFETIME_MS })
    return authorization
  }

  /** Whether it stands for this path; no other upload may bring it then. */
  spend(authorization: string, path: string): boolean {
    this.#forgetExpired()
    if (this.#grants.get(authorization)?.path !== path) return false
    return this.#grants.delete(authorization)
  }

  #forgetExpired(): void {
    const now = this.#clock.now()
    for (const [authorization, { until }] of this.#grants)
      if (until <= now) this.#grants.delete(authorization)
  }
}
