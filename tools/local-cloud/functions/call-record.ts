import type { CloudErrorCode } from '../cloud-error'

/** One call of a function, for those who look: the inspector and tests. */
export type CallRecord = {
  readonly run: string
  readonly functionName: string
  readonly openid: string | null
  /** The way it came, as in `getWXContext().SOURCE`. */
  readonly source: string
  readonly eventBytes: number
  /** By the cloud's clock, in ms. */
  readonly askedAt: number
  /** Later than `askedAt` where it had to wait for an instance. */
  begunAt: number | null
  instance: string | null
  /** Real ms from being asked to being answered. */
  tookMs: number | null
  outcome: 'waiting' | 'running' | 'answered' | CloudErrorCode
  /** Why it failed. */
  message: string | null
  resultBytes: number | null
  /** What it printed, and what went wrong in it. */
  readonly lines: string[]
}
