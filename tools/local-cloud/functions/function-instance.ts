import { randomUUID } from 'node:crypto'
import { existsSync, realpathSync } from 'node:fs'
import { dirname } from 'node:path'
import { CloudError } from '../cloud-error'
import type { Invocation, RunEnd } from './worker-message'
import { type ProcessEvents, type ProcessOptions, WorkerProcess } from './worker-process'

export type InstanceOptions = Omit<ProcessOptions, 'env'> & {
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

/** A run that is to rest before its end, until it does: then its caller is told, unless that has been before. */
type Ending = { run: string; stop: number | null; timer: NodeJS.Timeout; tell: () => void }

/** A run that is held by a fault, and what it will be when it is let go on: cut off runs are late. */
type Freeze = { run: string; stop: number | null; isStill: boolean; next: 'served' | 'late' | 'free' }

/**
 * One warm instance of a function: a process with its own environment that serves one invocation at a time. It stands
 * still from its answer, or from where it was cut off, until its next call: then what it had begun goes on.
 */
export class FunctionInstance {
  readonly id = randomUUID()
  readonly #options: InstanceOptions
  readonly #events: InstanceEvents
  readonly #process: WorkerProcess
  /** While its code is being loaded. */
  #loading: NodeJS.Timeout | undefined
  #serving: Serving | null = null
  #ending: Ending | null = null
  #freeze: Freeze | null = null
  #whenStill: (() => void)[] = []
  #end: CloudError | null = null

  constructor(options: InstanceOptions, events: InstanceEvents) {
    this.#options = options
    this.#events = events
    const { env, loadLimit } = options
    this.#process = new WorkerProcess(
      { ...options, env: env(this.id) },
      {
        onMessage: (message) => this.#receive(message),
        onEnd: (reason, details) => this.#crashed(reason, details),
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
   * Holds the process wherever it awaits something; resolves when it stands still. Its time runs on, and requests that it
   * has sent are carried out. One that serves no call stands still already.
   */
  async freeze(): Promise<void> {
    const run = this.#run ?? this.#ending?.run
    if (this.#end || run === undefined || this.#freeze?.isStill) return
    if (!this.#freeze) {
      const stop = this.#loading ? null : this.#process.standStill(run)
      this.#freeze = { run, stop, isStill: false, next: 'served' }
    }
    await this.#still()
  }

  /**
   * Lets a frozen process go on where it was; resolves when it stands still again. A run whose call was cut off by now
   * has its time limit once more, and its answer is nobody's.
   */
  async thaw(): Promise<void> {
    const freeze = this.#freeze
    if (!freeze || this.#end) return
    this.#freeze = null
    // It has answered, so it rests.
    if (freeze.next === 'free') return this.#events.onFree()
    if (freeze.next === 'late') {
      const cutOff = () => this.#halt(freeze.run, () => {})
      const timer = setTimeout(cutOff, this.#options.timeLimit * 1000)
      this.#ending = { run: freeze.run, stop: null, timer, tell: () => {} }
    }
    this.#process.letGo()
    await this.#still()
  }

  /** Ends it at once, wherever it is. */
  async end(reason: CloudError): Promise<void> {
    this.#stop(reason)
    await this.#process.terminate()
  }

  /** The cloud's clock was moved. */
  tellTime(): void {
    if (!this.#end) this.#process.tellTime()
  }

  get #run(): string | undefined {
    return this.#serving?.invocation.run
  }

  #begin(serving: Serving): void {
    serving.timer = setTimeout(() => this.#cutOff(serving), this.#options.timeLimit * 1000)
    this.#process.invoke(serving.invocation)
    if (this.#freeze) this.#freeze.stop = this.#process.standStill(this.#freeze.run)
  }

  #receive(message: Parameters<ProcessEvents['onMessage']>[0]): void {
    if (message.type === 'line') this.#options.log(message.line, message.run ?? this.#run ?? null)
    else if (message.type === 'ready') this.#loaded()
    else if (message.type !== 'still') this.#answer(message)
    // It goes on by itself at a stop that nobody waits for any more.
    else if (message.stop === this.#freeze?.stop) this.#frozen()
    else if (message.stop === this.#ending?.stop) this.#halted()
  }

  /** The process rests after its answer; an answer that comes too late is nobody's. */
  #answer(end: RunEnd): void {
    const served = this.#run === end.run ? this.#settle() : null
    if (!served) {
      if (this.#ending?.run === end.run) this.#halted()
    } else {
      if (end.type === 'result') served.resolve(end.text)
      else {
        this.#options.log(end.stack, end.run)
        served.reject(new CloudError('FUNCTIONS_EXECUTE_FAIL', this.#asInCloud(end.stack)))
      }
      this.#rest()
    }
  }

  #cutOff({ invocation: { run } }: Serving): void {
    const sentence = `Invoking task timed out after ${this.#options.timeLimit} seconds`
    this.#options.log(sentence, run)
    const served = this.#settle()
    const tell = () => served?.reject(new CloudError('FUNCTIONS_TIME_LIMIT_EXCEEDED', sentence))
    if (this.#freeze?.isStill) {
      this.#freeze.next = 'late'
      tell()
    } else this.#halt(run, tell)
  }

  /** It is to rest wherever it awaits something; its caller is told when it does. */
  #halt(run: string, tell: () => void): void {
    const timer = setTimeout(() => void this.#process.terminate(), HALT_MS)
    this.#ending = { run, stop: this.#process.standStill(run), timer, tell }
  }

  #halted(): void {
    this.#finishEnding()
    this.#rest()
  }

  #frozen(): void {
    if (!this.#freeze) return
    this.#freeze.isStill = true
    // Where it was to rest as well, it goes on when it is thawed all the same.
    if (this.#ending) this.#freeze.next = 'late'
    this.#finishEnding()
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

  #finishEnding(): void {
    const ending = this.#ending
    this.#ending = null
    clearTimeout(ending?.timer)
    ending?.tell()
  }

  #crashed(reason: CloudError, details: string | null): void {
    // One that was stopped ends as well.
    if (this.#end) return
    const run = this.#run ?? this.#ending?.run ?? null
    if (details !== null || run !== null) this.#options.log(details ?? reason.message, run)
    this.#stop(new CloudError(reason.code, this.#asInCloud(reason.message)))
  }

  /** Whoever calls learns nothing of this machine's folders; the log has them. */
  #asInCloud(words: string): string {
    const folder = dirname(this.#options.entry)
    // Node names the folder that a link leads to.
    const real = existsSync(folder) ? realpathSync(folder) : folder
    return words.replaceAll(real, '/var/user').replaceAll(folder, '/var/user')
  }

  /** Only the first reason counts. */
  #stop(reason: CloudError): void {
    if (this.#end) return
    this.#end = reason
    this.#endLoading()
    this.#finishEnding()
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
