import type { Readable } from 'node:stream'
import { CloudError } from '../cloud-error'

/** The lines of a text, as they come; not by `readline`, which also ends lines where JSON does not. */
export async function* linesOf(source: Readable): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let begun: string[] = []
  // Whoever stops in the middle may still answer.
  for await (const chunk of source.iterator({ destroyOnReturn: false })) {
    const lines = textOf(() => decoder.decode(chunk as Buffer, { stream: true })).split('\n')
    const last = lines.pop() ?? ''
    for (const line of lines) {
      yield [...begun, line].join('')
      begun = []
    }
    if (last !== '') begun.push(last)
  }
  begun.push(textOf(() => decoder.decode()))
  const rest = begun.join('')
  if (rest !== '') yield rest
}

function textOf(decode: () => string): string {
  try {
    return decode()
  } catch (cause) {
    throw new CloudError('INVALID_PARAM', 'The export is not a text in UTF-8.', { cause })
  }
}
