import { createContext, Script } from 'node:vm'
import { CloudError } from '../cloud-error'
import { startCountingValues } from './memory-limit'

/** The cloud cuts a request off too. Longer than all that is of use here, and everything waits meanwhile. */
const MAX_MS = 2000

const room = createContext({ work: undefined })
const script = new Script('work()')

/**
 * Does work that only computes, and gives it up when it takes too long or too much memory, as a regular expression or
 * an aggregation can: it is cut off without its `finally` blocks, so it must hold nothing that needs to be given back.
 */
export function withinTime<T>(what: string, work: () => T): T {
  let result: { value: T } | undefined
  startCountingValues()
  room.work = () => {
    result = { value: work() }
  }
  try {
    script.runInContext(room, { timeout: MAX_MS })
  } catch (cause) {
    if (!isTimeout(cause)) throw cause
  } finally {
    room.work = undefined
  }
  if (result) return result.value
  throw new CloudError('DATABASE_REQUEST_FAILED', `${what} took longer than ${MAX_MS / 1000} s.`)
}

const isTimeout = (thrown: unknown) =>
  typeof thrown === 'object' &&
  thrown !== null &&
  'code' in thrown &&
  thrown.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT'
