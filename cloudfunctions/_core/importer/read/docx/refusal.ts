import type { Problem } from '#shared/newsletter/problem'
import { anError } from '../../problem'

/** Ends the reading of a Word document with the one problem that an editor sees. */
export class Refusal extends Error {
  readonly problem: Problem

  constructor(code: string, message: string) {
    super(message)
    this.problem = anError(code, message, { paragraph: 1 })
  }
}

export function damaged(): Refusal {
  return new Refusal(
    'damaged',
    'The file is damaged or incomplete: open it in Word, save it as .docx once more and choose that file.',
  )
}
