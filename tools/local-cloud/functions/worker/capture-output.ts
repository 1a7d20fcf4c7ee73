/** What one run may print before the rest is dropped: a loop that prints would fill the cloud's memory. */
const MAX_LINES = 10_000
const MAX_LINE_LENGTH = 10_000

export type Output = {
  /** Says what was printed without the end of a line. */
  flush(): void
  /** A new run may print as much as any. */
  begin(): void
}

/**
 * What this process prints, line by line, at once, so that each line is known to be of the run that printed it; its own
 * streams may need its event loop to turn, which it does not while it stands still.
 */
export function captureOutput(say: (line: string) => void): Output {
  let lines = 0
  const sayLine = (line: string) => {
    lines += 1
    if (lines <= MAX_LINES) say(line)
    if (lines === MAX_LINES) say('What this call prints from here on is not shown.')
  }
  const streams = [capture(process.stdout, sayLine), capture(process.stderr, sayLine)]
  return {
    flush: () => {
      for (const { flush } of streams) flush()
    },
    begin: () => {
      lines = 0
    },
  }
}

type Done = (error?: Error | null) => void

function capture(stream: NodeJS.WriteStream, say: (line: string) => void): { flush(): void } {
  let begun = ''
  const flush = () => {
    if (begun !== '') say(begun)
    begun = ''
  }
  stream.write = (chunk: string | Uint8Array, encoding?: BufferEncoding | Done, done?: Done) => {
    const [first = '', ...others] = (typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString()).split(
      '\n',
    )
    begun += first
    for (const other of others) {
      say(begun)
      begun = other
    }
    if (begun.length > MAX_LINE_LENGTH) flush()
    const whenDone = typeof encoding === 'function' ? encoding : done
    if (whenDone) queueMicrotask(() => whenDone())
    return true
  }
  return { flush }
}
