import { AppError } from '#shared/errors'
import type { Command } from './command'
import { readDocument } from './read-document'
import { withDesk } from './with-desk'

/** Saves how readers are told of an issue: JSON, described in docs/operating.md. */
export const alertSettings: Command = {
  usage: 'alert-settings FILE',
  run(file) {
    const document = readDocument(file)
    if ('reason' in document) {
      process.stderr.write(`${file}: ${document.reason}\n`)
      return 1
    }
    return withDesk((desk) => desk.saveAlertSettings(parse(file, document.bytes)))
  },
}

function parse(file: string, bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch (cause) {
    throw new AppError('INVALID_INPUT', `${file} is not JSON.`, { cause })
  }
}
