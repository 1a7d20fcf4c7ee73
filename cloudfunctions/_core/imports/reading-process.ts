import { writeSync } from 'node:fs'
import { RESULT_PIPE, type ReadingLimits } from './reading-message'
import { watchReading } from './watch-reading'

/**
 * The part of the process in which one document is read: its bytes come by standard input, what `read` makes of them goes
 * out as JSON. Whatever the bytes make of this process, the one that began it goes on.
 */
export async function serveReading(read: (bytes: Uint8Array) => Promise<unknown>): Promise<void> {
  process.on('uncaughtException', breakOff)
  const limits = JSON.parse(process.argv.at(-1) ?? '') as ReadingLimits
  watchReading(limits)
  const result = await read(await readInput(limits.bytes))
  writeWhole(Buffer.from(JSON.stringify(result)))
  // A reader may have left something behind that never ends.
  process.exit(0)
}

/** Node would print the line at which it happened, which in a bundle is all of it. */
function breakOff(thrown: unknown): void {
  console.error(thrown instanceof Error ? thrown.stack : thrown)
  process.exit(1)
}

async function readInput(size: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(size)
  let at = 0
  for await (const chunk of process.stdin as AsyncIterable<Uint8Array>) {
    bytes.set(chunk, at)
    at += chunk.length
  }
  return bytes
}

function writeWhole(bytes: Buffer): void {
  let rest = bytes
  while (rest.length > 0) rest = rest.subarray(writeSync(RESULT_PIPE, rest))
}
