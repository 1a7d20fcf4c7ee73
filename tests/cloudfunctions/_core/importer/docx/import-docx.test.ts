import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { importDocument } from '#core/importer/import-document'
import { buildDocx } from '../../../../fixtures/importer/docx/build-docx'
import { editedDocuments } from '../../../../fixtures/importer/docx/edited-documents'
import { styledDocuments } from '../../../../fixtures/importer/docx/styled-documents'
import { unstyledDocuments } from '../../../../fixtures/importer/docx/unstyled-documents'

const fixtures = join(__dirname, '../../../../fixtures/importer/docx')
const newsletter = JSON.parse(readFileSync(join(fixtures, 'newsletter.json'), 'utf8'))

describe('importDocument with one newsletter as different hands make it in Word', () => {
  const documents = { ...styledDocuments, ...unstyledDocuments, ...editedDocuments }

  it.each(Object.entries(documents))('reads the same issue from one with %s', async (_, file) => {
    const { issue, problems } = await importDocument(buildDocx(file))
    expect(problems).toEqual([])
    expect(issue).toEqual(newsletter)
  })
})
