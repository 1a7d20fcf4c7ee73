import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const root = join(__dirname, '../../..')
const fixtures = join(root, 'tests/fixtures/importer')

/** As npm runs it: in the project's folder, with the user's own in INIT_CWD. */
function newsletter(args: string[], userFolder = fixtures) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', join(root, 'tools/newsletter.ts'), ...args],
    { cwd: root, encoding: 'utf8', env: { ...process.env, INIT_CWD: userFolder } },
  )
  return { status, stdout, stderr }
}

describe('newsletter parse', () => {
  it('prints a readable outline, and the problems where an editor can jump to them', () => {
    const { status, stdout, stderr } = newsletter(['parse', 'missing-english-body.md'])
    expect(status).toBe(0)
    expect(stdout).toContain('国内要闻 / Domestic News')
    expect(stdout).toContain('Market Regulator Publishes Three Price Fraud Cases  [no text]')
    expect(stderr).toBe('missing-english-body.md:18:5: warning: The English title has no text below it.\n')
  })

  it('prints the issue and its problems as JSON, and nothing else', () => {
    const { status, stdout, stderr } = newsletter(['parse', 'missing-english-body.md', '--json'])
    expect([status, stderr]).toEqual([0, ''])
    expect(JSON.parse(stdout)).toEqual({
      issue: expect.objectContaining({ id: '88' }),
      problems: [expect.objectContaining({ code: 'missing-body', place: { line: 18, column: 5 } })],
    })
  })

  it('exits 1 with issue null where the document is no newsletter', () => {
    const json = newsletter(['parse', 'prose.md', '--json'])
    expect(json.status).toBe(1)
    expect(JSON.parse(json.stdout)).toMatchObject({ issue: null, problems: [{ severity: 'error' }] })
    const plain = newsletter(['parse', 'prose.md'])
    expect([plain.status, plain.stdout]).toEqual([1, ''])
    expect(plain.stderr).toMatch(/^prose\.md:1:1: error: This is no newsletter/u)
  })

  it('says in one line why a file cannot be read', () => {
    expect(newsletter(['parse', 'absent.md'])).toEqual({
      status: 1,
      stdout: '',
      stderr: 'absent.md: there is no such file\n',
    })
    const folder = mkdtempSync(join(tmpdir(), 'newsletter-'))
    expect(newsletter(['parse', folder]).stderr).toBe(`${folder}: this is a folder\n`)
    rmSync(folder, { recursive: true })
  })

  it('answers in JSON too where a file cannot be read', () => {
    const { status, stdout, stderr } = newsletter(['parse', 'absent.md', '--json'])
    expect([status, stderr]).toEqual([1, ''])
    expect(JSON.parse(stdout)).toEqual({
      issue: null,
      problems: [expect.objectContaining({ code: 'unreadable', message: 'there is no such file' })],
    })
  })

  it.each([[['publsh']], [[]], [['parse']], [['parse', 'a.md', 'b.md']], [['parse', '']], [['constructor']]])(
    'shows the usage and exits 2 for %j',
    (args) => {
      const { status, stdout, stderr } = newsletter(args)
      expect([status, stdout]).toEqual([2, ''])
      expect(stderr).toContain('parse FILE [--json]')
    },
  )
})
