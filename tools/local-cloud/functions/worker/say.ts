import { writeSync } from 'node:fs'
import { PIPES, type WorkerMessage } from '../worker-message'

/** Says it at once and whole: after it, this process may stand still. */
export function say(message: WorkerMessage): void {
  let rest = Buffer.from(`${JSON.stringify(message)}\n`)
  while (rest.length > 0) rest = rest.subarray(writeSync(PIPES.messages, rest))
}
