import type { AlertPorts } from './alert-ports'

const FIRST_PAUSE = 50
const LONGEST_PAUSE = 1_000

/** Repeats what may be repeated, with growing pauses, until it succeeds; from `deadline` on throws what it threw. */
export async function repeat<T>(
  clock: AlertPorts['clock'],
  deadline: number,
  work: () => Promise<T>,
): Promise<T> {
  for (let pause = FIRST_PAUSE; ; pause = Math.min(pause * 2, LONGEST_PAUSE)) {
    try {
      return await work()
    } catch (thrown) {
      if (clock.now() + pause >= deadline) throw thrown
      await clock.sleep(pause)
    }
  }
}
