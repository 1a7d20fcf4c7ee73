import type { Problem } from '#shared/newsletter/problem'
import { anError } from '../importer/problem'

/** Why no draft came of a document: an error with a sentence for the editor. */
export class ImportTrouble extends Error {
  override readonly name = 'ImportTrouble'
  readonly problem: Problem

  constructor(code: string, message: string, place: Problem['place'] = { line: 1, column: 1 }) {
    super(message)
    this.problem = anError(code, message, place)
  }
}
