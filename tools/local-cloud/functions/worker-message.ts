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

/** The file descriptors by which a worker and the local cloud speak, a line of JSON each time. */
export const PIPES = { orders: 3, messages: 4, gate: 5 } as const

/** What a worker is told; to stand still holds for one run only, which may have ended by then. */
export type WorkerOrder =
  | { type: 'invoke'; invocation: Invocation }
  | { type: 'stand still'; run: string; stop: number }
  | { type: 'clock'; offset: number }

/** What a worker that stands still waits for, whole each time, so that it cannot miss any of it. */
export type Gate = {
  /** How many invocations it has been given: it rests after its answer until there is another. */
  begun: number
  /** The latest stop at which it may go on. */
  opened: number
  clockOffset: number
}

/** What a worker says: that its code is loaded, what was printed, that it stands still, or how something ended. */
export type WorkerMessage =
  | { type: 'ready' }
  | { type: 'line'; run: string | null; line: string }
  | { type: 'still'; stop: number }
  | { type: 'crash'; crash: Crash }
  | RunEnd

/** The same as it is written: a result's text is a line of its own after it, since it is JSON already. */
export type WorkerLine = Exclude<WorkerMessage, Result> | Omit<Result, 'text'>

type Result = { type: 'result'; run: string; text: string }

export type RunEnd = Result | { type: 'failure'; run: string; stack: string }

/** What nobody caught, of which the process ends. */
export type Crash = { words: string; stack: string }

/** What its watching thread writes to standard error before it ends the process. */
export const OUT_OF_MEMORY = 'The process is out of memory.'
