import { Worker } from 'node:worker_threads'
import type { ReadingLimits } from './reading-message'

type Watch = Omit<ReadingLimits, 'bytes'>

/**
 * Ends this process when it takes too much memory, of which V8 sees its own heap only, or too much time, or when the one
 * that began it is no more: also in the middle of a loop without end.
 */
export function watchReading(watched: Watch): void {
  new Worker(`(${watch})()`, { eval: true, workerData: watched, env: {}, execArgv: [] }).unref()
}

/** Runs in a thread of its own, as text: it knows nothing of what is around it here. */
function watch(): void {
  const { workerData } = require('node:worker_threads') as typeof import('node:worker_threads')
  const { memory, time, parent } = workerData as Watch
  setTimeout(() => process.kill(process.pid, 'SIGKILL'), time)
  setInterval(() => {
    const isSpent = process.memoryUsage.rss() > memory * 1024 * 1024
    if (isSpent || process.ppid !== parent) process.kill(process.pid, 'SIGKILL')
  }, 20)
}
