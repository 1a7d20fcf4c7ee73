import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildFunctions } from '../../../../../config/build-functions'
import { newsletterLayouts } from '../../../../fixtures/importer/pdf/newsletter-layouts'

const fixtures = join(__dirname, '../../../../fixtures')
const newsletter = JSON.parse(readFileSync(join(fixtures, 'importer/docx/newsletter.json'), 'utf8'))
const folder = mkdtempSync(join(tmpdir(), 'pdf-reader-'))

beforeAll(
  () => buildFunctions({ names: ['pdf-reader'], sourceDir: join(fixtures, 'functions'), outDir: folder }),
  60_000,
)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('a function that reads PDF documents, as it is uploaded', () => {
  // The fonts of this document name the character maps GBK-EUC-H and UniGB-UTF16-H and have no others.
  it('needs nothing but plain Node to read Chinese by the character maps in its bundle', () => {
    const layOut = newsletterLayouts['Chinese in the encoding of Windows']
    writeFileSync(join(folder, 'newsletter.pdf'), layOut?.().finish() ?? '')
    const program = `
      const bytes = new Uint8Array(require('node:fs').readFileSync('newsletter.pdf'))
      require('./pdf-reader/index.js').main(bytes).then((result) => console.log(JSON.stringify(result.issue)))`
    const { stdout } = spawnSync(process.execPath, ['-e', program], { cwd: folder, encoding: 'utf8' })
    expect(JSON.parse(stdout || 'null')).toEqual(newsletter)
  }, 60_000)
})
