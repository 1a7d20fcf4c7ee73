import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Clock } from '../clock'

/**
 * Addresses at which a file can be read for a time. Nobody can guess one: it is signed with a key that ends with this
 * process, and so do the addresses.
 */
export class DownloadLinks {
  readonly #clock: Clock
  readonly #key = randomBytes(32)

  constructor(clock: Clock) {
    this.#clock = clock
  }

  /**
   * What follows the door's address. The path stands in it as it is, for the SDK encodes the whole before it asks; and
   * what it must not encode twice is not in a path.
   */
  link(path: string, maxAge: number): string {
    const until = String(this.#clock.now() + maxAge * 1000)
    return `${path}?sign=${this.#sign(path, until)}&t=${until}`
  }

  opens(path: string, query: URLSearchParams): boolean {
    const until = query.get('t') ?? ''
    const given = Buffer.from(query.get('sign') ?? '')
    const expected = Buffer.from(this.#sign(path, until))
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) return false
    return this.#clock.now() < Number(until)
  }

  #sign(path: string, until: string): string {
    return createHmac('sha256', this.#key).update(`${until} ${path}`).digest('hex')
  }
}
