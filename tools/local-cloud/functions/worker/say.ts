import { writeSync } from 'node:fs'
import { PIPES, type WorkerLine, type WorkerMessage } from '../worker-message'

/** Says it at once and whole: after it, this process may stand still. */
export function say(message: WorkerMessage): void {
  let rest = Buffer.from(linesOf(message))
  while (rest.length > 0) rest = rest.subarray(writeSync(PIPES.messages, rest))
}

function linesOf(message: WorkerMessage): string {
  if (message.type !== 'result') return `${JSON.stringify(message)}\n`
  const { text, ...head } = message
  return `${JSON.stringify(head satisfies WorkerLine)}\n${text}\n`
}
