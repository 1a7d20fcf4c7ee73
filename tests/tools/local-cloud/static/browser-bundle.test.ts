import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runInNewContext } from 'node:vm'
import { browserBundle } from '../../../../tools/local-cloud/static/browser-bundle'

const PAGE = `
  const Title = ({ of }: { of: string }) => <h1>{of}</h1>
  document.title = (<Title of="A shop" />).props.of
`

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'browser-bundle-'))
  symlinkSync(join(__dirname, '../../../../node_modules'), join(folder, 'node_modules'), 'junction')
  writeFileSync(join(folder, 'page.tsx'), PAGE)
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

it.each([
  ['no tsconfig.json', null],
  ['one with the older JSX', { compilerOptions: { jsx: 'react' } }],
  ['one with the JSX of something else', { compilerOptions: { jsx: 'react', jsxFactory: 'h' } }],
  ['one that cannot be found whole', { extends: './missing.json' }],
])('is the same program where the mini-program around it has %s', async (_name, tsconfig) => {
  if (tsconfig) writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(tsconfig))
  const { script } = await browserBundle(join(folder, 'page.tsx'))()
  const document = { title: '' }
  runInNewContext(script, { document })
  expect(document.title).toBe('A shop')
})
