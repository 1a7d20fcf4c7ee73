import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { type IssuesCloud, startIssuesCloud } from '../../support/issues-cloud'

const root = join(__dirname, '../../..')
const fixtures = join(root, 'tests/fixtures/importer')

let issues: IssuesCloud
beforeAll(async () => {
  issues = await startIssuesCloud()
}, 60_000)
afterAll(() => issues.close())

/** As npm runs it: in the project's folder, with the user's own in INIT_CWD. */
async function newsletter(args: string[], port: number | string = issues.cloud.port) {
  const child = spawn(process.execPath, ['--import', 'tsx', join(root, 'tools/newsletter.ts'), ...args], {
    cwd: root,
    env: { ...process.env, INIT_CWD: fixtures, PORT: String(port) },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const [stdout, stderr, [status]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'exit'),
  ])
  return { status, stdout, stderr }
}

const get = () => issues.call({ endpoint: 'get', input: { id: '88' } })

it('imports, publishes, corrects and withdraws, and never makes a second issue', async () => {
  expect(await newsletter(['import', 'plain.md'])).toMatchObject({ status: 0, stdout: '88\n' })
  expect(await get()).toMatchObject({ ok: false })
  expect(await newsletter(['publish', '88'])).toEqual({
    status: 0,
    stdout: '',
    stderr: 'Nobody is alerted. No alert settings are saved: npm run newsletter -- alert-settings FILE.\n',
  })
  expect(await get()).toMatchObject({ data: { revision: 1 } })
  // Another document of the same series and number.
  expect(await newsletter(['import', 'missing-english-body.md', '--publish'])).toMatchObject({
    status: 0,
    stdout: '88\n',
  })
  expect(await get()).toMatchObject({ data: { revision: 2 } })
  expect(await issues.desk.findDraft('88')).toMatchObject({ revision: 2 })
  expect(await newsletter(['withdraw', '88'])).toEqual({ status: 0, stdout: '', stderr: '' })
  expect(await get()).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } })
}, 60_000)

it('has those alerted who asked, shows how it goes, and holds it back', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'newsletter-')), 'alerts.json')
  const save = (settings: object) => {
    writeFileSync(file, JSON.stringify(settings))
    return newsletter(['alert-settings', file])
  }
  const settings = { templates: { one: { fields: { thing1: { from: 'series' } } } }, defaultTemplate: 'one' }
  expect(await save({ ...settings, defaultTemplate: 'two' })).toEqual({
    status: 1,
    stdout: '',
    stderr: 'Nothing was saved. The template two is named but not described: add it to "templates".\n',
  })
  expect(await save({ ...settings, quietHours: null })).toEqual({ status: 0, stdout: '', stderr: '' })

  // Whoever asked while the cloud's clock was moved on has asked before.
  await issues.cloud.clock.advance(3_600_000)
  expect(await newsletter(['publish', '88', '--no-alerts'])).toEqual({ status: 0, stdout: '', stderr: '' })
  const opened = await newsletter(['publish', '88'])
  const id = /alerts (88:[a-z0-9-]+)\n$/u.exec(opened.stderr)?.[1] ?? ''
  expect(opened.stderr).toBe(`Everyone who asked is alerted: npm run newsletter -- alerts ${id}\n`)
  expect(await newsletter(['publish', '88'])).toMatchObject({
    stderr: `Its campaign was opened before, and no other is: npm run newsletter -- alerts ${id}\n`,
  })
  expect(await newsletter(['alerts'])).toMatchObject({ stdout: expect.stringContaining(`freezing   ${id}`) })
  expect(await newsletter(['pause', '88'])).toEqual({ status: 0, stdout: '', stderr: '' })
  const today = new Date(issues.cloud.clock.now()).toISOString().slice(0, 10)
  expect(await newsletter(['alerts', '88'])).toMatchObject({
    stdout: expect.stringMatching(new RegExp(`^${today}.*paused     ${id}  Paused at the command line`, 'u')),
  })
  expect(await newsletter(['send-again', id])).toMatchObject({
    status: 1,
    stderr: `The campaign ${id} is paused: only what failed in one that is done is sent again.\n`,
  })
  expect(await newsletter(['withdraw', '88'])).toMatchObject({ status: 0 })
  expect(await newsletter(['alerts', '88'])).toMatchObject({
    stdout: expect.stringContaining(`cancelled  ${id}  The issue was withdrawn.`),
  })
}, 60_000)

it.each<[string, string[], string]>([
  ['a campaign that is not there', ['pause', '999'], 'There is no campaign 999.\n'],
  ['settings that are no JSON', ['alert-settings', 'plain.md'], 'plain.md is not JSON.\n'],
  ['a draft that is not there', ['publish', '999'], 'There is no draft 999. Import its document first.\n'],
  ['an issue that is not there', ['withdraw', '999'], 'There is no draft 999.\n'],
  ['a file that is not there', ['import', 'absent.md'], 'absent.md: there is no such file\n'],
])('says in one line of %s and exits 1', async (_what, args, stderr) => {
  expect(await newsletter(args)).toEqual({ status: 1, stdout: '', stderr })
})

it('says in one line that no local cloud answers, and ends', async () => {
  // The discard port: nobody listens there.
  expect(await newsletter(['publish', '88'], 9)).toEqual({
    status: 1,
    stdout: '',
    stderr: 'No local cloud answers at http://127.0.0.1:9/. Start it with npm start, or name its PORT.\n',
  })
})

it('refuses what is no port', async () => {
  const stderr = 'PORT is eighty, which is no port.\n'
  expect(await newsletter(['withdraw', '88'], 'eighty')).toEqual({ status: 1, stdout: '', stderr })
})

it.each<[string[]]>([
  [['publish']],
  [['publish', '']],
  [['publish', '--json', '88']],
  [['withdraw', '1', '2']],
])('says how %j should have been written and exits 2', async (args) => {
  const { status, stderr } = await newsletter(args)
  expect(status).toBe(2)
  expect(stderr).toMatch(new RegExp(`^Usage: npm run newsletter -- ${args[0]} ID`, 'u'))
})
