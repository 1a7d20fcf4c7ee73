import { CloudError } from '../../cloud-error'

/** How many were changed, and why the next was not. */
export type ChangedEach = { count: number; refusal: CloudError | null }

/** Changes one after the other until one is refused; those before it stay changed, as in MongoDB. */
export function changeEach<T>(items: Iterable<T>, change: (item: T) => boolean): ChangedEach {
  let count = 0
  for (const item of items) {
    try {
      if (change(item)) count += 1
    } catch (cause) {
      if (cause instanceof CloudError) return { count, refusal: cause }
      throw cause
    }
  }
  return { count, refusal: null }
}
