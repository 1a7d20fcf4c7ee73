/** Runs inside a worker thread: one built function, one invocation at a time, and nothing between them. */
import { parentPort, workerData } from 'node:worker_threads'
import {
  type Gate,
  type Invocation,
  REST,
  type RunEnd,
  type WorkerMessage,
  type WorkerOrder,
  type WorkerStart,
} from '../worker-message'
import { captureOutput } from './capture-output'
import { followClock } from './follow-clock'

type Main = (event: unknown, context: unknown) => unknown

const { entry, gates, clockOffset } = workerData as WorkerStart

let current: string | null = null
let given: string[] = []

const output = captureOutput((line) => say({ type: 'line', run: current, line }))

function start(): void {
  followClock(clockOffset)
  process.on('exit', () => output.flush())
  // An exception here ends the worker, which tells the other side more than a message could.
  const { main } = require(entry) as { main?: Main }
  if (typeof main !== 'function') throw new Error('The function exports no main.')
  parentPort?.on('message', (order: WorkerOrder) => {
    if (order.type === 'invoke') void serve(main, order.invocation)
    else if (order.run === current) standStill(order.run, order.gate)
  })
  say({ type: 'ready' })
}

async function serve(main: Main, invocation: Invocation): Promise<void> {
  const { run } = invocation
  current = run
  output.begin()
  await goRound()
  const end = await invoke(main, invocation)
  // A run that was cut off and ends during a later one: its answer is no longer asked for.
  if (run !== current) return
  output.flush()
  // Closed before the answer is known outside, so that the next call's opening of it cannot come first.
  Atomics.store(gates, REST, 1)
  say(end)
  wait(REST)
}

async function invoke(main: Main, { run, event, context, variables }: Invocation): Promise<RunEnd> {
  try {
    enter(variables)
    const value = await main(JSON.parse(event), context)
    return { type: 'result', run, text: JSON.stringify(value) ?? 'null' }
  } catch (thrown) {
    const stack = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown)
    return { type: 'failure', run, stack }
  }
}

function enter(variables: Record<string, string>): void {
  for (const name of given) delete process.env[name]
  given = Object.keys(variables)
  Object.assign(process.env, variables)
}

/**
 * Lets the event loop go round once, so that what ended while this thread stood still is known before anything is
 * begun: connections that were closed, and timers, the SDK's for idle connections among them.
 */
async function goRound(): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve))
  await new Promise((resolve) => setImmediate(resolve))
}

function standStill(run: string, gate: Gate): void {
  output.flush()
  say({ type: 'still', run, gate })
  wait(gate)
}

/** The whole thread waits: no timer, no promise and no connection goes on. */
function wait(gate: Gate): void {
  Atomics.wait(gates, gate, 1)
}

function say(message: WorkerMessage): void {
  parentPort?.postMessage(message)
}

start()
