import { Worker } from 'node:worker_threads'

type Watch = { memory: number; time: number; words: string }

/**
 * Ends this process when it takes too much memory, of which V8 sees its own heap only, or too much time, or when the one
 * that began it is no more: also in the middle of a loop without end.
 */
export function watchReading(watched: Watch): void {
  const workerData = { ...watched, parent: process.ppid }
  new Worker(`(${watch})()`, { eval: true, workerData, env: {}, execArgv: [] }).unref()
}

/** Runs in a thread of its own, as text: it knows nothing of what is around it here. */
function watch(): void {
  const { writeSync } = require('node:fs') as typeof import('node:fs')
  const { workerData } = require('node:worker_threads') as typeof import('node:worker_threads')
  const { memory, time, words, parent } = workerData as Watch & { parent: number }
  setTimeout(() => process.kill(process.pid, 'SIGKILL'), time)
  setInterval(() => {
    const isSpent = process.memoryUsage.rss() > memory * 1024 * 1024
    if (isSpent) writeSync(2, words)
    if (isSpent || process.ppid !== parent) process.kill(process.pid, 'SIGKILL')
  }, 20)
}
