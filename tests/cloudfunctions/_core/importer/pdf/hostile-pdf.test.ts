import { importDocument } from '#core/importer/import-document'
import { loadPdfjs } from '#core/importer/read/pdf/load-pdfjs'
import {
  hostileDocuments,
  readableWithoutPassword,
} from '../../../../fixtures/importer/pdf/hostile-documents'

// The first test would wait for pdf.js to be compiled.
beforeAll(loadPdfjs, 60_000)

describe('importDocument with a PDF that cannot be read, or must not', () => {
  it.each(hostileDocuments)(
    'refuses %s with the one error %s',
    async (_, code, make) => {
      const { issue, problems } = await importDocument(make())
      expect(issue).toBeNull()
      expect(problems).toEqual([{ severity: 'error', code, message: expect.any(String), place: { page: 1 } }])
      // One plain sentence or two, without a word of pdf.js.
      expect(problems[0]?.message).toMatch(/^[A-Z][^\n]*\.$/u)
      expect(problems[0]?.message).not.toMatch(/exception|undefined|xref|stream|object/iu)
      // Some are large, and made on the spot.
    },
    60_000,
  )

  it('reads a document that is encrypted and opens without a password', async () => {
    const { problems } = await importDocument(readableWithoutPassword())
    expect(problems.map(({ code }) => code)).not.toContain('pdf-encrypted')
  })
})
