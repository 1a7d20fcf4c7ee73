import { createHash, timingSafeEqual } from 'node:crypto'

const SHORTEST = 8

/**
 * The code by which the first owner takes the role: the variable OWNER_CODE of the function, set by whoever deploys.
 * Null, and the reason in the function's log, where nobody can.
 */
export function ownerCode(): string | null {
  const code = process.env.OWNER_CODE?.trim() ?? ''
  if (code.length >= SHORTEST) return code
  const fault = code === '' ? 'is not set' : `is shorter than ${SHORTEST} characters`
  console.warn(
    `There is no owner, and nobody can become one: OWNER_CODE ${fault}. Set it for this function in the cloud's console, then enter it at the editors' desk.`,
  )
  return null
}

/** Takes as long for a code that is nearly right as for one that is not. */
export function isSameCode(one: string, other: string): boolean {
  return timingSafeEqual(digest(one.trim()), digest(other.trim()))
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
