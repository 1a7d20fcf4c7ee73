import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { setTimeout } from 'node:timers/promises'

/** How long to wait before looking again whether another process is done. */
const PAUSE_MS = 100

/** Does the work while no other process does work under this lock: a file that names the process at work. */
export async function locked<T>(lock: string, work: () => Promise<T>): Promise<T> {
  mkdirSync(dirname(lock), { recursive: true })
  for (let turn = 0; !take(lock); turn += 1) {
    removeIfDead(lock)
    const holder = holderOf(lock)
    // After a crash the number may be another process's by now: then a person has to remove the file.
    if (turn === 0 && holder) process.stderr.write(`waiting for process ${holder}, whose lock is ${lock}\n`)
    await setTimeout(PAUSE_MS)
  }
  try {
    return await work()
  } finally {
    rmSync(lock)
  }
}

/** A link is made whole or not at all, so nobody sees a lock without its process. */
function take(lock: string): boolean {
  const own = `${lock}.${process.pid}`
  writeFileSync(own, String(process.pid))
  try {
    return succeedsUnlessThere(() => linkSync(own, lock))
  } finally {
    rmSync(own)
  }
}

/** Whoever makes the folder looks and removes; without it, one could remove what another has just taken. */
function removeIfDead(lock: string): void {
  const removal = `${lock}.removal`
  if (!succeedsUnlessThere(() => mkdirSync(removal))) return
  try {
    const holder = holderOf(lock)
    // Read again: one that ended only now has freed the lock before, and another may have it.
    if (holder && !isRunning(holder) && holderOf(lock) === holder) rmSync(lock)
  } finally {
    rmSync(removal, { recursive: true })
  }
}

function holderOf(lock: string): number | null {
  try {
    return Number(readFileSync(lock, 'utf8'))
  } catch {
    return null
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    // A process of another user may not be asked, but it runs.
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function succeedsUnlessThere(make: () => void): boolean {
  try {
    make()
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}
