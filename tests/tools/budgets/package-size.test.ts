import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { mainPackageSize } from '../../../tools/budgets/package-size'

describe('the main package', () => {
  let folder = ''

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'package-'))
    mkdirSync(join(folder, 'editor/pages'), { recursive: true })
    mkdirSync(join(folder, 'pages'))
    writeFileSync(join(folder, 'pages/index.js'), 'x'.repeat(100))
    writeFileSync(join(folder, 'editor/pages/index.js'), 'x'.repeat(1000))
  })

  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  function writeApp(app: object): number {
    const json = JSON.stringify(app)
    writeFileSync(join(folder, 'app.json'), json)
    return json.length
  }

  it('is every file of the build', () => {
    const app = writeApp({ pages: ['pages/index'] })
    expect(mainPackageSize(folder)).toBe(app + 1100)
  })

  it('leaves out what is downloaded only with a subpackage', () => {
    const app = writeApp({
      pages: ['pages/index'],
      subPackages: [{ root: 'editor', pages: ['pages/index'] }],
    })
    expect(mainPackageSize(folder)).toBe(app + 100)
  })
})
