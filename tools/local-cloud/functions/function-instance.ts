import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { Worker } from 'node:worker_threads'
import { transformSync } from 'esbuild'
import { CloudError } from '../cloud-error'
import type { Invocation, WorkerMessage } from './worker-message'

export type InstanceOptions = {
  /** The built function's file. */
  entry: string
  /** What it finds in its environment; each instance has an address of its own to speak to the cloud. */
  env: (instance: string) => Record<string, string>
  /** Seconds that loading the code may take. */
  loadLimit: number
  /** Seconds that one invocation may take. */
  timeLimit: number
  /** MB. */
  memory: number
  log: (line: string) => void
}

type Waiting = {
  resolve: (text: string) => void
  reject: (reason: CloudError) => void
  timer?: NodeJS.Timeout
}

/** One warm instance of a function: a worker thread with its own environment that serves one invocation at a time. */
export class FunctionInstance {
  readonly id = randomUUID()
  readonly #worker: Worker
  readonly #timeLimit: number
  readonly #log: (line: string) => void
  readonly #onEnd: () => void
  /** While its code is being loaded. */
  #loading: NodeJS.Timeout | undefined
  #waiting: Waiting | null = null
  #invocation: Invocation | null = null
  #run: string | null = null
  #end: CloudError | null = null

  constructor(options: InstanceOptions, onEnd: () => void) {
    const { entry, env, loadLimit, timeLimit, memory, log } = options
    this.#timeLimit = timeLimit
    this.#log = log
    this.#onEnd = onEnd
    this.#worker = new Worker(workerCode(), {
      eval: true,
      workerData: entry,
      env: env(this.id),
      // What this process was started with (loaders, inspectors) is no part of the cloud.
      execArgv: [],
      stdout: true,
      stderr: true,
      resourceLimits: { maxOldGenerationSizeMb: memory },
    })
    logLines(this.#worker.stdout, log)
    logLines(this.#worker.stderr, log)
    this.#loading = setTimeout(
      () => this.#exceed(`Initialization timed out after ${loadLimit} seconds`),
      loadLimit * 1000,
    )
    this.#worker.on('message', (message: WorkerMessage) => this.#receive(message))
    this.#worker.on('error', (error) => {
      log(error.stack ?? error.message)
      this.#stop(new CloudError('FUNCTIONS_EXECUTE_FAIL', `${error.name}: ${error.message}`))
    })
    this.#worker.on('exit', (code) =>
      this.#stop(new CloudError('FUNCTIONS_EXECUTE_FAIL', `The function's process ended with ${code}.`)),
    )
  }

  /** The result as JSON text. Time is counted from when the function's code is loaded. */
  invoke(invocation: Invocation): Promise<string> {
    return new Promise((resolve, reject) => {
      if (this.#end) return reject(this.#end)
      this.#waiting = { resolve, reject }
      this.#invocation = invocation
      this.#run = String(invocation.context.request_id)
      if (!this.#loading) this.#begin()
    })
  }

  /** The invocation being served, if any. */
  get run(): string | null {
    return this.#run
  }

  async close(): Promise<void> {
    this.#stop(new CloudError('SYS_ERR', 'The local cloud is closing.'))
    await this.#worker.terminate()
  }

  #begin(): void {
    if (!this.#waiting || !this.#invocation) return
    const sentence = `Invoking task timed out after ${this.#timeLimit} seconds`
    this.#waiting.timer = setTimeout(() => this.#exceed(sentence), this.#timeLimit * 1000)
    this.#worker.postMessage(this.#invocation)
    this.#invocation = null
  }

  #receive(message: WorkerMessage): void {
    if (message.type === 'ready') {
      this.#endLoading()
      this.#begin()
      return
    }
    const waiting = this.#settle()
    if (message.type === 'result') waiting?.resolve(message.text)
    else {
      this.#log(message.stack)
      waiting?.reject(new CloudError('FUNCTIONS_EXECUTE_FAIL', message.stack))
    }
  }

  #exceed(sentence: string): void {
    this.#log(sentence)
    this.#stop(new CloudError('FUNCTIONS_TIME_LIMIT_EXCEEDED', sentence))
    void this.#worker.terminate()
  }

  #endLoading(): void {
    clearTimeout(this.#loading)
    this.#loading = undefined
  }

  /** Only the first reason counts: a worker that was stopped also exits. */
  #stop(reason: CloudError): void {
    if (this.#end) return
    this.#end = reason
    this.#endLoading()
    this.#onEnd()
    this.#settle()?.reject(reason)
  }

  #settle(): Waiting | null {
    const waiting = this.#waiting
    this.#waiting = null
    clearTimeout(waiting?.timer)
    return waiting
  }
}

let code: string | undefined

/** Threads take JavaScript, whatever has compiled this file. */
function workerCode(): string {
  code ??= transformSync(readFileSync(join(__dirname, 'worker-main.ts'), 'utf8'), {
    loader: 'ts',
    format: 'cjs',
    target: 'node20',
  }).code
  return code
}

function logLines(output: Readable, log: (line: string) => void): void {
  createInterface({ input: output }).on('line', log)
}
