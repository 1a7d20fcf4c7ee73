import { AppError } from '#shared/errors'

/** How often others may be quicker before we ask the editor to try again. */
const ATTEMPTS = 10

/** Reads and writes anew each time that somebody else wrote in between, which `attempt` says by null. */
export async function untilWritten<T>(id: string, attempt: () => Promise<T | null>): Promise<T> {
  for (let count = 0; count < ATTEMPTS; count++) {
    const written = await attempt()
    if (written) return written
  }
  throw new AppError('CONFLICT', `Issue ${id} is being changed by others at this moment. Try again.`)
}
