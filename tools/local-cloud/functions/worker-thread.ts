import { Worker } from 'node:worker_threads'
import { workerCode } from './worker-code'
import {
  type Gate,
  type Invocation,
  REST,
  type WorkerMessage,
  type WorkerOrder,
  type WorkerStart,
} from './worker-message'

export type ThreadOptions = {
  /** The built function's file. */
  entry: string
  /** All that it finds in its environment. */
  env: Record<string, string>
  clockOffset: Float64Array
  /** MB. */
  memory: number
}

export type ThreadEvents = {
  onMessage: (message: WorkerMessage) => void
  onError: (error: Error) => void
  onExit: (code: number) => void
}

/** A thread that runs one built function, and the gates at which it can be held. */
export class WorkerThread {
  readonly #worker: Worker
  readonly #gates = new Int32Array(new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT))

  constructor({ entry, env, clockOffset, memory }: ThreadOptions, events: ThreadEvents) {
    const start: WorkerStart = { entry, gates: this.#gates, clockOffset }
    this.#worker = new Worker(workerCode(), {
      eval: true,
      workerData: start,
      env,
      // What this process was started with (loaders, inspectors) is no part of the cloud.
      execArgv: [],
      stdout: true,
      stderr: true,
      resourceLimits: { maxOldGenerationSizeMb: memory },
    })
    this.#worker.on('message', events.onMessage)
    this.#worker.on('error', events.onError)
    this.#worker.on('exit', events.onExit)
  }

  /** Lets it go on from its rest, with this to do. */
  invoke(invocation: Invocation): void {
    this.#tell({ type: 'invoke', invocation })
    this.open(REST)
  }

  /** It says so when it stands still: at once, unless its code never awaits anything. */
  standStill(run: string, gate: Gate): void {
    Atomics.store(this.#gates, gate, 1)
    this.#tell({ type: 'stand still', run, gate })
  }

  open(gate: Gate): void {
    Atomics.store(this.#gates, gate, 0)
    Atomics.notify(this.#gates, gate)
  }

  async terminate(): Promise<void> {
    await this.#worker.terminate()
  }

  #tell(order: WorkerOrder): void {
    this.#worker.postMessage(order)
  }
}
