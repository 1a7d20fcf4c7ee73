/** What the process with the local cloud does when it is told to. */
export type Orders = {
  /** Three consents each. */
  grant(openids: string[]): Promise<void>
  /** Ends when the function has. */
  invoke(call: { name: string; data: object }): Promise<void>
  /** Calls of the database by the function `alerts` so far. */
  calls(input: null): Promise<number>
  /** When each message that leads there was taken, in that order. */
  times(page: string): Promise<number[]>
  close(input: null): Promise<void>
}

export type Order = { id: number; name: keyof Orders; input: unknown }
