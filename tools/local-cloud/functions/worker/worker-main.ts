/** Runs as a process of its own: one built function, one invocation at a time, and nothing between them. */
import { Socket } from 'node:net'
import { readLines } from '../read-lines'
import { type Invocation, PIPES, type RunEnd, type WorkerOrder } from '../worker-message'
import { captureOutput } from './capture-output'
import { followClock } from './follow-clock'
import { say } from './say'
import { waitAtGate } from './wait-at-gate'
import { watchProcess } from './watch-process'

type Main = (event: unknown, context: unknown) => unknown

const [, entry = '', clockOffset, memory] = process.argv
process.argv.length = 2

const clock = { offset: Number(clockOffset) }
let current: string | null = null
let begun = 0
let given: string[] = []

const output = captureOutput((line) => say({ type: 'line', run: current, line }))

function start(): void {
  watchProcess(Number(memory))
  followClock(clock)
  process.on('exit', () => output.flush())
  process.on('uncaughtExceptionMonitor', (thrown: unknown) => {
    const words = thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown)
    const stack = thrown instanceof Error ? (thrown.stack ?? words) : words
    say({ type: 'crash', crash: { words, stack } })
  })
  const { main } = require(entry) as { main?: Main }
  if (typeof main !== 'function') throw new Error('The function exports no main.')
  const orders = new Socket({ fd: PIPES.orders, readable: true, writable: false })
  readLines(orders, (line) => obey(main, JSON.parse(line) as WorkerOrder))
  // Without the local cloud there is nothing to do.
  orders.on('close', () => process.exit())
  say({ type: 'ready' })
}

function obey(main: Main, order: WorkerOrder): void {
  if (order.type === 'invoke') void serve(main, order.invocation)
  else if (order.type === 'clock') clock.offset = order.offset
  else if (order.run === current) standStill(order.stop)
}

async function serve(main: Main, invocation: Invocation): Promise<void> {
  const { run } = invocation
  current = run
  begun += 1
  output.begin()
  await goRound()
  const end = await invoke(main, invocation)
  // A run that was cut off and ends during a later one: its answer is no longer asked for.
  if (run !== current) return
  output.flush()
  say(end)
  rest()
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
 * Lets the event loop go round once, so that what ended while this process stood still is known before anything is
 * begun: connections that were closed, and timers, the SDK's for idle connections among them.
 */
async function goRound(): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve))
  await new Promise((resolve) => setImmediate(resolve))
}

function rest(): void {
  waitAtGate((gate) => gate.begun > begun, clock)
}

function standStill(stop: number): void {
  output.flush()
  say({ type: 'still', stop })
  waitAtGate(({ opened }) => opened >= stop, clock)
}

// In a turn of its own: to what is thrown in this one Node adds the text of this whole program.
setImmediate(start)
