/** Runs inside a worker thread: one built function, one invocation at a time. */
import { parentPort, workerData } from 'node:worker_threads'
import type { Invocation, WorkerMessage } from './worker-message'

type Main = (event: unknown, context: unknown) => unknown

let given: string[] = []

function enter(identity: Record<string, string>): void {
  for (const name of given) delete process.env[name]
  given = [...Object.keys(identity), 'WX_CONTEXT_KEYS']
  const keys = Object.keys(identity).filter((name) => name.startsWith('WX_'))
  Object.assign(process.env, identity, { WX_CONTEXT_KEYS: keys.join(',') })
}

async function run(main: Main, { event, context, identity }: Invocation): Promise<WorkerMessage> {
  try {
    enter(identity)
    const value = await main(JSON.parse(event), context)
    return { type: 'result', text: JSON.stringify(value) ?? 'null' }
  } catch (thrown) {
    return {
      type: 'failure',
      stack: thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown),
    }
  }
}

function say(message: WorkerMessage): void {
  parentPort?.postMessage(message)
}

function start(entry: string): void {
  // An exception here ends the worker, which tells the other side more than a message could.
  const { main } = require(entry) as { main?: Main }
  if (typeof main !== 'function') throw new Error('The function exports no main.')
  parentPort?.on('message', async (invocation: Invocation) => say(await run(main, invocation)))
  say({ type: 'ready' })
}

start(workerData)
