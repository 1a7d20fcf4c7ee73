/** One invocation, as a worker gets it. */
export type Invocation = {
  /** Names it, as the function's context does. */
  run: string
  /** The event as JSON text. */
  event: string
  context: Record<string, unknown>
  /** Variables that stand in the environment for this invocation only: who calls, and from where. */
  variables: Record<string, string>
}

/** The gates that a worker stands before: at rest until its next invocation, or frozen until it is let go. */
export const REST = 0
export const FROZEN = 1
export type Gate = typeof REST | typeof FROZEN

/** What a worker is told; to stand still before a gate holds for one run only, which may have ended by then. */
export type WorkerOrder =
  | { type: 'invoke'; invocation: Invocation }
  | { type: 'stand still'; run: string; gate: Gate }

/** What a worker says: that its code is loaded, what was printed, that it stands still, or how an invocation ended. */
export type WorkerMessage =
  | { type: 'ready' }
  | { type: 'line'; run: string | null; line: string }
  | { type: 'still'; run: string; gate: Gate }
  | RunEnd

export type RunEnd =
  | { type: 'result'; run: string; text: string }
  | { type: 'failure'; run: string; stack: string }

/** What a worker begins with. */
export type WorkerStart = {
  /** The built function's file. */
  entry: string
  /** By gate: 1 where it is closed. */
  gates: Int32Array
  /** How many ms the cloud's clock is ahead of the machine's. */
  clockOffset: Float64Array
}
