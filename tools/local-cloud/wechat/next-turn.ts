/** Resolves when the event loop has turned: what is written in this turn has left by then. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
