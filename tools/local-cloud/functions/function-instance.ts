import { randomUUID } from 'node:crypto'
import { CloudError } from '../cloud-error'
import { FROZEN, type Invocation, REST, type RunEnd, type WorkerMessage } from './worker-message'
import { type ThreadOptions, WorkerThread } from './worker-thread'

export type InstanceOptions = Omit<ThreadOptions, 'env'> & {
  /** What it finds in its environment; each instance has an address of its own to speak to the cloud. */
  env: (instance: string) => Record<string, string>
  /** Seconds that loading the code may take. */
  loadLimit: number
  /** Seconds that one invocation may take. */
  timeLimit: number
  /** What it prints and what goes wrong; null where that belongs to no call. */
  log: (line: string, run: string | null) => void
}

/** For whoever gives it work: that it can take another call, or that it is no more. */
export type InstanceEvents = { onFree: () => void; onEnd: () => void }

type Serving = {
  invocation: Invocation
  resolve: (text: string) => void
  reject: (reason: CloudError) => void
  timer?: NodeJS.Timeout
}

/** How long a function that is cut off may take to come to its next await, before it counts as an endless loop. */
const HALT_MS = 1000

/** A run that is held by a fault, and what it will be when it is let go on: cut off runs are late. */
type Freeze = { run: string; isStill: boolean; next: 'served' | 'late' | 'free' }

/**
 * One warm instance of a function: a thread with its own environment that serves one invocation at a time. It stands
 * still from its answer, or from where it was cut off, until its next call: then what it had begun goes on.
 */
export class FunctionInstance {
  readonly id = randomUUID()
  readonly #options: InstanceOptions
  readonly #events: InstanceEvents
  readonly #thread: WorkerThread
  /** While its code is being loaded. */
  #loading: NodeJS.Timeout | undefined
  #serving: Serving | null = null
  /** A run whose caller has been answered for it, until the thread stands still; the timer ends what it may take. */
  #ending: { run: string; timer: NodeJS.Timeout } | null = null
  #freeze: Freeze | null = null
  #whenStill: (() => void)[] = []
  #end: CloudError | null = null

  constructor(options: InstanceOptions, events: InstanceEvents) {
    this.#options = options
    this.#events = events
    const { env, loadLimit, log } = options
    this.#thread = new WorkerThread(
      { ...options, env: env(this.id) },
      {
        onMessage: (message) => this.#receive(message),
        onError: (error) => {
          log(error.stack ?? error.message, this.#run ?? null)
          this.#stop(new CloudError('FUNCTIONS_EXECUTE_FAIL', `${error.name}: ${error.message}`))
        },
        onExit: (code) =>
          this.#stop(new CloudError('FUNCTIONS_EXECUTE_FAIL', `The function's process ended with ${code}.`)),
      },
    )
    this.#loading = setTimeout(() => this.#giveUpLoading(), loadLimit * 1000)
  }

  /** The result as JSON text. Time is counted from when the function's code is loaded. */
  invoke(invocation: Invocation): Promise<string> {
    return new Promise((resolve, reject) => {
      if (this.#end) return reject(this.#end)
      this.#serving = { invocation, resolve, reject }
      if (!this.#loading) this.#begin(this.#serving)
    })
  }

  /**
   * Holds the thread wherever it awaits something; resolves when it stands still. Its time runs on, and requests that it
   * has sent are carried out. One that serves no call stands still already.
   */
  async freeze(): Promise<void> {
    const run = this.#run ?? this.#ending?.run
    if (this.#end || run === undefined || this.#freeze?.isStill) return
    if (!this.#freeze) {
      this.#freeze = { run, isStill: false, next: 'served' }
      if (!this.#loading) this.#thread.standStill(run, FROZEN)
    }
    await this.#still()
  }

  /**
   * Lets a frozen thread go on where it was; resolves when it stands still again. A run whose call was cut off by now
   * has its time limit once more, and its answer is nobody's.
   */
  async thaw(): Promise<void> {
    const freeze = this.#freeze
    if (!freeze || this.#end) return
    this.#freeze = null
    this.#thread.open(FROZEN)
    if (freeze.next === 'free') return this.#events.onFree()
    if (freeze.next === 'late')
      this.#ending = {
        run: freeze.run,
        timer: setTimeout(() => this.#halt(freeze.run), this.#options.timeLimit * 1000),
      }
    await this.#still()
  }

  /** Ends it at once, wherever it is. */
  async end(reason: CloudError): Promise<void> {
    this.#stop(reason)
    await this.#thread.terminate()
  }

  get #run(): string | undefined {
    return this.#serving?.invocation.run
  }

  #begin(serving: Serving): void {
    serving.timer = setTimeout(() => this.#cutOff(serving), this.#options.timeLimit * 1000)
    this.#thread.invoke(serving.invocation)
    if (this.#freeze) this.#thread.standStill(this.#freeze.run, FROZEN)
  }

  #receive(message: WorkerMessage): void {
    if (message.type === 'line') this.#options.log(message.line, message.run ?? this.#run ?? null)
    else if (message.type === 'ready') this.#loaded()
    else if (message.type !== 'still') this.#answer(message)
    else if (message.gate === FROZEN) this.#frozen()
    else this.#halted(message.run)
  }

  /** The thread rests after its answer; an answer that comes too late is nobody's. */
  #answer(end: RunEnd): void {
    const served = this.#run === end.run ? this.#settle() : null
    if (!served) this.#halted(end.run)
    else {
      if (end.type === 'result') served.resolve(end.text)
      else {
        this.#options.log(end.stack, end.run)
        served.reject(new CloudError('FUNCTIONS_EXECUTE_FAIL', end.stack))
      }
      this.#rest()
    }
  }

  #cutOff({ invocation: { run } }: Serving): void {
    const sentence = `Invoking task timed out after ${this.#options.timeLimit} seconds`
    this.#options.log(sentence, run)
    this.#settle()?.reject(new CloudError('FUNCTIONS_TIME_LIMIT_EXCEEDED', sentence))
    if (this.#freeze?.isStill) this.#freeze.next = 'late'
    else this.#halt(run)
  }

  /** It is to rest wherever it awaits something. */
  #halt(run: string): void {
    this.#ending = { run, timer: setTimeout(() => void this.#thread.terminate(), HALT_MS) }
    this.#thread.standStill(run, REST)
  }

  #halted(run: string): void {
    if (this.#ending?.run !== run) return
    this.#forgetEnding()
    this.#rest()
  }

  #frozen(): void {
    if (!this.#freeze) return
    this.#freeze.isStill = true
    if (this.#ending) {
      this.#forgetEnding()
      this.#freeze.next = 'late'
      // Where it was to rest as well, it is let go on by `thaw` alone.
      this.#thread.open(REST)
    }
    this.#tellStill()
  }

  /** It can take a call, unless it is held. */
  #rest(): void {
    this.#tellStill()
    if (this.#freeze) Object.assign(this.#freeze, { isStill: true, next: 'free' })
    else this.#events.onFree()
  }

  #still(): Promise<void> {
    return new Promise((resolve) => this.#whenStill.push(resolve))
  }

  #tellStill(): void {
    for (const resolve of this.#whenStill.splice(0)) resolve()
  }

  #giveUpLoading(): void {
    const sentence = `Initialization timed out after ${this.#options.loadLimit} seconds`
    this.#options.log(sentence, this.#run ?? null)
    void this.end(new CloudError('FUNCTIONS_TIME_LIMIT_EXCEEDED', sentence))
  }

  #loaded(): void {
    this.#endLoading()
    if (this.#serving) this.#begin(this.#serving)
  }

  #endLoading(): void {
    clearTimeout(this.#loading)
    this.#loading = undefined
  }

  #forgetEnding(): void {
    clearTimeout(this.#ending?.timer)
    this.#ending = null
  }

  /** Only the first reason counts: a thread that was stopped also exits. */
  #stop(reason: CloudError): void {
    if (this.#end) return
    this.#end = reason
    this.#endLoading()
    this.#forgetEnding()
    this.#tellStill()
    this.#events.onEnd()
    this.#settle()?.reject(reason)
  }

  #settle(): Serving | null {
    const serving = this.#serving
    this.#serving = null
    clearTimeout(serving?.timer)
    return serving
  }
}
