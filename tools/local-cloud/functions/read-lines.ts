import type { Readable } from 'node:stream'

/** Takes each line that arrives; not by `readline`, which also ends lines where JSON does not. */
export function readLines(stream: Readable, take: (line: string) => void): void {
  let begun: string[] = []
  stream.setEncoding('utf8')
  stream.on('data', (chunk: string) => {
    const lines = chunk.split('\n')
    const last = lines.pop() ?? ''
    for (const line of lines) {
      take([...begun, line].join(''))
      begun = []
    }
    if (last !== '') begun.push(last)
  })
}
