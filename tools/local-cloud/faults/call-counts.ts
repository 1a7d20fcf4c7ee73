import type { CloudCall } from './cloud-call'

/** Counts of the last runs only, so that a cloud that runs for days does not grow. */
const REMEMBERED_RUNS = 10_000

/** Under which each call counts, whatever its action. */
const ANY = '*'

type Counts = Map<string, number>

export type CallFilter = {
  /** An action of the SDK, an API's name or a phone's function. */
  action?: string
  /** Who calls, or which function a phone calls; null: no function. */
  function?: string | null
  run?: string
}

/** How often each action has been called, by which function and in which of its runs. */
export class CallCounts {
  readonly #byFunction = new Map<string | null, Counts>()
  /** The latest begun last. */
  readonly #byRun = new Map<string, { functionName: string | null; counts: Counts }>()

  add({ action, api, functionName, run }: CloudCall): void {
    countIn(this.#ofFunction(functionName), action, api)
    if (run !== null) countIn(this.#ofRun(run, functionName), action, api)
  }

  count({ action = ANY, function: functionName, run }: CallFilter = {}): number {
    if (run === undefined) {
      if (functionName !== undefined) return this.#byFunction.get(functionName)?.get(action) ?? 0
      return [...this.#byFunction.values()].reduce((sum, counts) => sum + (counts.get(action) ?? 0), 0)
    }
    const found = this.#byRun.get(run)
    if (!found || (functionName !== undefined && found.functionName !== functionName)) return 0
    return found.counts.get(action) ?? 0
  }

  /** Each action, and who has called it how often. */
  all(): { action: string; function: string | null; count: number }[] {
    return [...this.#byFunction].flatMap(([name, counts]) =>
      Array.from(counts, ([action, count]) => ({ action, function: name, count })).filter(
        ({ action }) => action !== ANY,
      ),
    )
  }

  reset(): void {
    this.#byFunction.clear()
    this.#byRun.clear()
  }

  #ofFunction(name: string | null): Counts {
    const known = this.#byFunction.get(name)
    if (known) return known
    const counts: Counts = new Map()
    this.#byFunction.set(name, counts)
    return counts
  }

  #ofRun(run: string, functionName: string | null): Counts {
    const known = this.#byRun.get(run)
    if (known) return known.counts
    const counts: Counts = new Map()
    this.#byRun.set(run, { functionName, counts })
    if (this.#byRun.size > REMEMBERED_RUNS) {
      const [oldest] = this.#byRun.keys()
      if (oldest !== undefined) this.#byRun.delete(oldest)
    }
    return counts
  }
}

function countIn(counts: Counts, action: string, api: string | null): void {
  counts.set(ANY, (counts.get(ANY) ?? 0) + 1)
  counts.set(action, (counts.get(action) ?? 0) + 1)
  if (api !== null) counts.set(api, (counts.get(api) ?? 0) + 1)
}
