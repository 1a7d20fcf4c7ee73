import { CloudError } from '../cloud-error'
import type { SdkCaller } from './sdk-caller'

/** An instance's requests may come in after its end, but not after so many others have begun. */
const REMEMBERED = 10_000

/** Which call speaks from an instance's own address, also when the instance is no more: its requests were on their way. */
export class SdkCallers {
  readonly #callers = new Map<string, SdkCaller>()

  begin(caller: SdkCaller): void {
    // Removed first, so that the order in the map is that of their last use.
    this.#callers.delete(caller.instance)
    this.#callers.set(caller.instance, caller)
    if (this.#callers.size <= REMEMBERED) return
    const [oldest] = this.#callers.keys()
    if (oldest !== undefined) this.#callers.delete(oldest)
  }

  of(instance: string): SdkCaller {
    const caller = this.#callers.get(instance)
    if (caller) return caller
    throw new CloudError('INVALID_PARAM', 'There is no such instance of a function.')
  }
}
