import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { dirname } from 'node:path'
import type { Readable, Writable } from 'node:stream'
import { CloudError } from '../cloud-error'
import { readLines } from './read-lines'
import { workerCode } from './worker-code'
import {
  type Crash,
  type Gate,
  type Invocation,
  OUT_OF_MEMORY,
  PIPES,
  type WorkerLine,
  type WorkerMessage,
  type WorkerOrder,
} from './worker-message'

export type ProcessOptions = {
  /** The built function's file. */
  entry: string
  /** All that it finds in its environment. */
  env: Record<string, string>
  /** How many ms the cloud's clock is ahead of the machine's now. */
  clockOffset: () => number
  /** MB. */
  memory: number
}

export type ProcessEvents = {
  onMessage: (message: Exclude<WorkerMessage, { type: 'crash' }>) => void
  /** Why it ended, and what its log should say of it. */
  onEnd: (reason: CloudError, details: string | null) => void
}

/** V8's own last words, which come as the process is aborted, and those of the thread that watches it. */
const MEMORY = new RegExp(`heap out of memory|Fatal JavaScript invalid size|${OUT_OF_MEMORY}`, 'u')

/** More than V8's last words and its stack. */
const MAX_LAST_WORDS = 20_000

/** How long after its end they may still be on their way. */
const LAST_WORDS_MS = 200

/**
 * A process that runs one built function, and the stops at which it can be held. Not a thread: what goes wrong in a
 * thread, an array too large for its memory for one, may end the whole process.
 */
export class WorkerProcess {
  readonly #child: ChildProcess
  readonly #clockOffset: () => number
  readonly #ended: Promise<unknown>
  #begun = 0
  #stops = 0
  #opened = 0
  #crash: Crash | null = null
  #lastWords = ''

  constructor({ entry, env, clockOffset, memory }: ProcessOptions, events: ProcessEvents) {
    this.#clockOffset = clockOffset
    this.#child = spawn(
      process.execPath,
      [`--max-old-space-size=${memory}`, '-e', workerCode(), entry, String(clockOffset()), String(memory)],
      // What this process was started with (loaders, inspectors) is no part of the cloud.
      {
        cwd: dirname(entry),
        env,
        stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe', 'pipe'],
        windowsHide: true,
      },
    )
    // One that ends leaves pipes that nobody reads.
    for (const stream of this.#child.stdio) stream?.on('error', () => {})
    // What it has begun and left behind may hold its pipes open for ever.
    this.#child.once('exit', () => setTimeout(() => this.#hangUp(), LAST_WORDS_MS).unref())
    this.#child.stderr?.on('data', (chunk: Buffer) => {
      this.#lastWords = `${this.#lastWords}${chunk}`.slice(-MAX_LAST_WORDS)
    })
    let resultOf: string | null = null
    readLines(this.#child.stdio[PIPES.messages] as Readable, (line) => {
      if (resultOf !== null) {
        const run = resultOf
        resultOf = null
        return events.onMessage({ type: 'result', run, text: line })
      }
      const message = JSON.parse(line) as WorkerLine
      if (message.type === 'crash') this.#crash = message.crash
      else if (message.type === 'result') resultOf = message.run
      else events.onMessage(message)
    })
    this.#ended = once(this.#child, 'close').then(
      ([code, signal]) => this.#end(events, code ?? signal, memory),
      (cause: Error) =>
        events.onEnd(
          new CloudError('SYS_ERR', "The function's process cannot begin.", { cause }),
          cause.message,
        ),
    )
  }

  /** Lets it go on from wherever it stands still, with this to do. */
  invoke(invocation: Invocation): void {
    this.#begun += 1
    this.#tell({ type: 'invoke', invocation })
    this.letGo()
  }

  /** It says so when it stands still: at once, unless its code never awaits anything. Answers the stop's number. */
  standStill(run: string): number {
    this.#stops += 1
    this.#tell({ type: 'stand still', run, stop: this.#stops })
    return this.#stops
  }

  /** It stops no more at any stop so far. */
  letGo(): void {
    this.#opened = this.#stops
    const gate: Gate = { begun: this.#begun, opened: this.#opened, clockOffset: this.#clockOffset() }
    this.#write(PIPES.gate, gate)
  }

  /** Tells it that the clock was moved. */
  tellTime(): void {
    this.#tell({ type: 'clock', offset: this.#clockOffset() })
  }

  async terminate(): Promise<void> {
    this.#child.kill('SIGKILL')
    await this.#ended
  }

  #hangUp(): void {
    for (const stream of this.#child.stdio) stream?.destroy()
  }

  #end({ onEnd }: ProcessEvents, end: number | string, memory: number): void {
    if (MEMORY.test(this.#lastWords))
      onEnd(
        new CloudError(
          'FUNCTIONS_MEMORY_LIMIT_EXCEEDED',
          `The function ran out of its memory of ${memory} MB.`,
        ),
        null,
      )
    else {
      const crash = end === 0 ? null : this.#crash
      const words = crash?.words ?? `The function's process ended with ${end}.`
      onEnd(new CloudError('FUNCTIONS_EXECUTE_FAIL', words), crash?.stack ?? null)
    }
  }

  #tell(order: WorkerOrder): void {
    this.#write(PIPES.orders, order)
  }

  #write(pipe: number, value: object): void {
    const stream = this.#child.stdio[pipe] as Writable
    if (stream.writable) stream.write(`${JSON.stringify(value)}\n`)
  }
}
