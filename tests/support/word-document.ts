import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildDocx } from '../fixtures/importer/docx/build-docx'
import { styledDocuments } from '../fixtures/importer/docx/styled-documents'

const CUSTOMERS = join(__dirname, '../../../shared/newsletters/no-204.docx')

/** A newsletter as a Word file: the customer's own issue where it is at hand, else one of the project's. */
export function wordDocument(): Buffer {
  if (existsSync(CUSTOMERS)) return readFileSync(CUSTOMERS)
  const ours = styledDocuments['styles in Chinese']
  if (!ours) throw new Error('There is no such fixture.')
  return Buffer.from(buildDocx(ours))
}
