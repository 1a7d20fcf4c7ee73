import { Press } from '../../../tests/fixtures/importer/pdf/press'
import { LOOKS, setInTurn, setNewsletter } from '../../../tests/fixtures/importer/pdf/set-newsletter'
import { generateSections } from './generate-docx'

/** A PDF document of distinct items with running heads and page numbers, as long as it is asked for. */
export function generatePdf(items: number): Uint8Array {
  const press = new Press({
    width: 595,
    height: 842,
    head: () => '远山观察 BULLETIN',
    foot: (page) => `${page}`,
  })
  const sections = generateSections(items)
  setNewsletter(press, LOOKS, () => setInTurn((words, look) => press.text(words, look), sections, LOOKS))
  return press.finish()
}
