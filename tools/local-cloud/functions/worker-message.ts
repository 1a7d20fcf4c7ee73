/** One invocation, as a worker gets it. */
export type Invocation = {
  /** The event as JSON text. */
  event: string
  context: Record<string, unknown>
  /** Who calls and from where: variables that stand in the environment for this invocation only. */
  identity: Record<string, string>
}

/** What a worker says: that its code is loaded, or how an invocation ended. */
export type WorkerMessage =
  | { type: 'ready' }
  | { type: 'result'; text: string }
  | { type: 'failure'; stack: string }
