import { benchDocx } from './documents/docx'
import { benchMemory } from './documents/memory'
import { benchPdf } from './documents/pdf'
import type { Figure } from './figure'

/** What importing an editor's document costs, by its format. */
export async function benchDocuments(): Promise<Figure[]> {
  return [...(await benchDocx()), ...(await benchPdf()), ...(await benchMemory())]
}
