import { readSync } from 'node:fs'
import { type Gate, PIPES } from '../worker-message'

const bytes = Buffer.alloc(4096)
let gate: Gate = { begun: 0, opened: 0, clockOffset: 0 }
let unread = ''

/** The whole process waits until the gate is such: no timer, no promise and no connection goes on. */
export function waitAtGate(isOpen: (gate: Gate) => boolean, clock: { offset: number }): void {
  while (!isOpen(gate)) {
    gate = JSON.parse(readLine()) as Gate
    clock.offset = gate.clockOffset
  }
}

function readLine(): string {
  let end = unread.indexOf('\n')
  while (end === -1) {
    const count = readSync(PIPES.gate, bytes)
    // Without the local cloud there is nothing to wait for.
    if (count === 0) process.exit()
    unread += bytes.toString('utf8', 0, count)
    end = unread.indexOf('\n')
  }
  const line = unread.slice(0, end)
  unread = unread.slice(end + 1)
  return line
}
