/** The runs that are going on: neither ended nor frozen by a fault. */
export class GoingRuns {
  readonly #ends = new Map<string, { rest: Promise<void>; end: () => void }>()

  /** Resolves when the run has ended, or stands still in a fault. */
  begin(run: string): Promise<void> {
    let end = () => {}
    const rest = new Promise<void>((resolve) => {
      end = resolve
    })
    this.#ends.set(run, { rest, end })
    return rest
  }

  rest(run: string): void {
    this.#ends.get(run)?.end()
    this.#ends.delete(run)
  }

  /** Resolves when none is going on. */
  async idle(): Promise<void> {
    while (this.#ends.size > 0) await Promise.all([...this.#ends.values()].map(({ rest }) => rest))
  }
}
