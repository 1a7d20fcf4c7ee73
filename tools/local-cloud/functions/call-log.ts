import type { Changes } from '../changes'
import type { Clock } from '../clock'
import { CloudError } from '../cloud-error'
import type { CallRecord } from './call-record'

/** What is remembered: the last calls of each function, and the first lines of each. */
const MAX_CALLS = 200
const MAX_LINES = 500
const MAX_LINE_LENGTH = 2000

type Asked = Pick<CallRecord, 'run' | 'functionName' | 'openid' | 'source' | 'eventBytes'>

/** The last calls of each function, and what became of them. */
export class CallLog {
  readonly #clock: Clock
  readonly #changes: Changes
  readonly #calls = new Map<string, CallRecord[]>()

  constructor(clock: Clock, changes: Changes) {
    this.#clock = clock
    this.#changes = changes
  }

  /** The latest last. */
  of(functionName: string): readonly CallRecord[] {
    return this.#calls.get(functionName) ?? []
  }

  add(asked: Asked): CallRecord {
    const call: CallRecord = {
      ...asked,
      askedAt: this.#clock.now(),
      begunAt: null,
      instance: null,
      tookMs: null,
      outcome: 'waiting',
      message: null,
      resultBytes: null,
      lines: [],
    }
    const calls = this.#calls.get(call.functionName) ?? []
    calls.push(call)
    if (calls.length > MAX_CALLS) calls.shift()
    this.#calls.set(call.functionName, calls)
    this.#changes.tell('calls')
    return call
  }

  begins(call: CallRecord, instance: string): void {
    call.instance = instance
    call.begunAt = this.#clock.now()
    call.outcome = 'running'
    this.#changes.tell('calls')
  }

  /** Notes how a call ends, and answers the same. */
  async follow(call: CallRecord, result: Promise<string>): Promise<string> {
    const start = performance.now()
    try {
      const text = await result
      call.outcome = 'answered'
      call.resultBytes = Buffer.byteLength(text)
      return text
    } catch (thrown) {
      call.outcome = thrown instanceof CloudError ? thrown.code : 'SYS_ERR'
      call.message = thrown instanceof Error ? thrown.message : String(thrown)
      throw thrown
    } finally {
      call.tookMs = performance.now() - start
      this.#changes.tell('calls')
    }
  }

  addLine(functionName: string, run: string | null, line: string): void {
    const lines = this.of(functionName).find((call) => call.run === run)?.lines
    if (!lines || lines.length > MAX_LINES) return
    const isLast = lines.length === MAX_LINES
    lines.push(isLast ? 'What this call printed from here on is not kept.' : line.slice(0, MAX_LINE_LENGTH))
    this.#changes.tell('logs')
  }
}
