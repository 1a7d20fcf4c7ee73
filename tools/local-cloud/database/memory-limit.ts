import { getHeapStatistics } from 'node:v8'
import { CloudError } from '../cloud-error'

/** MongoDB gives a stage 100 MB; nothing here counts bytes, so it is what the whole process grows by. */
const MAX_GROWTH = 512 * 1024 ** 2

/** Of what is left, where that is less. */
const MAX_SHARE = 0.7

/** Asking how much is used costs as much as making some values. */
const ASK_EACH = 100_000

let made = 0
let allowed = Number.POSITIVE_INFINITY

/** What follows may use so much more than is used now. */
export function startCountingValues(): void {
  const { used_heap_size: used, heap_size_limit: limit } = getHeapStatistics()
  allowed = used + Math.min(MAX_GROWTH, (limit - used) * MAX_SHARE)
  made = 0
}

/** Refuses to go on where values that take no time to make would fill the memory, which no limit of time prevents. */
export function countValues(count: number): void {
  made += count
  if (made < ASK_EACH) return
  made = 0
  if (getHeapStatistics().used_heap_size > allowed)
    throw new CloudError('DATABASE_REQUEST_FAILED', 'This would use too much memory.')
}
