import { Worker } from 'node:worker_threads'
import { OUT_OF_MEMORY } from '../worker-message'

/** How much memory a process takes beside what its function keeps: its code, and what is not yet collected. MB. */
const BESIDE = 64

type Watch = { limit: number; words: string; local: number }

/**
 * Ends this process when it takes too much memory, which V8 itself sees to for its own heap only, and when the local
 * cloud is no more: also in the middle of a loop without end.
 */
export function watchProcess(memory: number): void {
  const limit = process.memoryUsage.rss() + (memory + BESIDE) * 1024 * 1024
  const workerData: Watch = { limit, words: OUT_OF_MEMORY, local: process.ppid }
  new Worker(`(${watch})()`, { eval: true, workerData, env: {}, execArgv: [] }).unref()
}

/** Runs in a thread of its own, as text: it knows nothing of what is around it here. */
function watch(): void {
  const { writeSync } = require('node:fs') as typeof import('node:fs')
  const { workerData } = require('node:worker_threads') as typeof import('node:worker_threads')
  const { limit, words, local } = workerData as Watch
  const isHere = () => {
    try {
      return process.ppid === local && process.kill(local, 0)
    } catch {
      return false
    }
  }
  setInterval(() => {
    const isOver = process.memoryUsage.rss() > limit
    if (isOver) writeSync(2, words)
    if (isOver || !isHere()) process.kill(process.pid, 'SIGKILL')
  }, 100)
}
