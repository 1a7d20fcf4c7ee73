import { runImport } from '#shared/imports/endpoints'
import { type ImporterCloud, type Importing, startImporterCloud } from '../../support/importer-cloud'

jest.setTimeout(60_000)

let test: ImporterCloud
let editor: Importing

beforeAll(async () => {
  test = await startImporterCloud('importer-at-fault')
  editor = await test.person('oEditor-0123456789abcdefghij', 'editor')
})

afterAll(() => test.close())

it.each([
  ['loops for ever', 'too-much-time'],
  ['waits for ever', 'too-much-time'],
  ['never lets anything else happen', 'too-much-time'],
  ['matches for ever', 'too-much-time'],
  ['prints without end', 'too-much-time'],
  ['fills the heap', 'too-much-memory'],
  ['grows a table', 'too-much-memory'],
  ['makes a long list', 'too-much-memory'],
  ['takes memory beside the heap', 'too-much-memory'],
  ['kills itself', 'too-much-memory'],
  ['calls itself', 'broke-off'],
  ['throws', 'broke-off'],
  ['throws later', 'broke-off'],
  ['waits for nothing', 'broke-off'],
  ['ends the process', 'broke-off'],
  ['ends the process as if it failed', 'broke-off'],
  ['answers nonsense', 'broke-off'],
  ['answers nothing', 'broke-off'],
  ['answers without end', 'too-much-text'],
])('says one sentence of a document whose reader %s, and goes on', async (fault, code) => {
  // Only what has no end of its own is ended by its time.
  const time = code === 'too-much-time' ? 500 : 40_000
  expect(await editor.imports('newsletter.docx', `${time} ${fault}`)).toMatchObject({
    state: 'failed',
    draftId: null,
    problems: [{ severity: 'error', code, item: null, message: expect.stringMatching(/^[A-Z].*\.$/u) }],
  })
  expect(test.cloud.files.list()).toEqual([])
})

it('has one instance for all of them', () => {
  expect(test.instances().size).toBe(1)
})

it('leaves no process behind when the function is killed while one reads without end', async () => {
  const { job, fileId } = await editor.uploaded('newsletter.docx', '300000 loops for ever')
  const run = expect(editor.call(runImport, { job, fileId })).rejects.toThrow('killed')
  await test.untilReading(1)
  const [instance] = test.instances()
  await test.cloud.functions.kill(instance ?? '')
  await run
  await test.untilReading(0)
})
