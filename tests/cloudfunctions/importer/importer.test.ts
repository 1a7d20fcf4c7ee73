import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { RUN_OVER } from '#core/imports/import-job'
import { beginImport, getImport, LARGEST_DOCUMENT, runImport } from '#shared/imports/endpoints'
import {
  fileIdAt,
  type ImporterCloud,
  type Importing,
  startImporterCloud,
} from '../../support/importer-cloud'

jest.setTimeout(60_000)

const fixture = (name: string) => readFileSync(join(__dirname, '../../fixtures/importer', name))

const PLAIN = fixture('plain.md')
const DOUBTFUL = fixture('missing-english-half.md')

let test: ImporterCloud
let editor: Importing
let owner: Importing
let reader: Importing

beforeAll(async () => {
  test = await startImporterCloud()
  editor = await test.person('oEditor-0123456789abcdefghij', 'editor')
  owner = await test.person('oOwner-0123456789abcdefghijk', 'owner')
  reader = await test.person('oReader-0123456789abcdefghij', null)
})

afterAll(() => test.close())

afterEach(() => test.clear())

/** How often the function has asked for a file since the last `clear`. */
const readFiles = () => test.cloud.calls.count({ action: 'storage.batchGetDownloadUrl' })

const refused = (code: string) => ({ ok: false, error: { code } })

describe('a document', () => {
  it('becomes a draft, and its file is gone', async () => {
    const { job, fileId } = await editor.uploaded('周报 88.md', PLAIN)
    expect(await editor.job(job)).toMatchObject({ state: 'waiting', fileName: '周报 88.md', draftId: null })
    expect(await editor.call(runImport, { job, fileId })).toEqual({})
    expect(await editor.job(job)).toEqual({
      state: 'done',
      fileName: '周报 88.md',
      draftId: '88',
      problems: [],
      differences: 0,
    })
    expect(await test.drafts()).toMatchObject([{ id: '88', revision: 1, fileName: '周报 88.md' }])
    expect(test.cloud.files.list()).toEqual([])
  })

  it('is entered in the audit trail with its name, the draft and the number of problems', async () => {
    const { problems, draftId } = await owner.imports('doubtful.md', DOUBTFUL)
    expect(problems.length).toBeGreaterThan(0)
    expect(await test.audit('import')).toMatchObject([
      {
        by: 'The owner',
        subject: draftId,
        before: null,
        after: { fileName: 'doubtful.md', problems: problems.length },
      },
    ])
  })

  it('goes on the draft of its number when it is imported again', async () => {
    await editor.imports('first.md', PLAIN)
    const again = PLAIN.toString().replace('# 远山观察 BULLETIN', '# 远山新观察 BULLETIN')
    expect(await owner.imports('second.md', again)).toMatchObject({ state: 'done', draftId: '88' })
    expect(await test.drafts()).toMatchObject([{ revision: 2, fileName: 'second.md' }])
  })

  it('goes on the open draft that was named, whatever its number', async () => {
    await editor.imports('first.md', PLAIN)
    const renumbered = PLAIN.toString().replace('## No.88', '## No.89')
    expect(await editor.imports('second.md', renumbered, '88')).toMatchObject({
      state: 'done',
      draftId: '88',
    })
    expect(await test.drafts()).toMatchObject([{ revision: 2, issue: { number: 89 } }])
  })

  it('is refused where the draft that was named is no more', async () => {
    expect(await editor.imports('plain.md', PLAIN, '77')).toMatchObject({
      state: 'failed',
      problems: [{ code: 'not-stored', message: expect.stringContaining('77') }],
    })
    expect(await test.drafts()).toEqual([])
    expect(test.cloud.files.list()).toEqual([])
  })

  it('of which no issue comes out leaves nothing but the sentence that says why', async () => {
    expect(await editor.imports('notes.md', 'Notes of a meeting.')).toMatchObject({
      state: 'failed',
      draftId: null,
      problems: [{ severity: 'error', item: null, message: expect.stringMatching(/\.$/u) }],
    })
    expect(await test.drafts()).toEqual([])
    expect(await test.audit('import')).toEqual([])
    expect(test.cloud.files.list()).toEqual([])
  })

  it('with more doubts than anybody mends one by one has the first of them, and is told of the rest', async () => {
    const [masthead] = PLAIN.toString().split('#### 国内要闻')
    const items = Array.from({ length: 160 }, (_, at) => `### 第${at + 1}号办法公布\n\n办法自三月起施行。`)
    const wild = [masthead, '## 国内要闻 Domestic News', ...items, '## 海外动态 Overseas News', ...items]
    const { state, problems } = await editor.imports('wild.md', wild.join('\n\n'))
    expect(state).toBe('done')
    expect(problems).toHaveLength(301)
    expect(problems[300]).toMatchObject({
      code: 'more-problems',
      message: expect.stringMatching(/\d+ more doubts/u),
    })
  })

  it('may have any name: it is text', async () => {
    const fileName = '../../<script>周报\ud800.HTML'
    const { cloudPath } = await editor.call(beginImport, { fileName, bytes: 1 })
    expect(cloudPath).toMatch(/^imports\/[0-9a-f]{32}\/[0-9a-f]{32}\.bin$/u)
    expect(await editor.imports(fileName, PLAIN)).toMatchObject({
      state: 'done',
      fileName: '../../<script>周报\ufffd.HTML',
    })
  })
})

describe('a path', () => {
  it('keeps the ending by which a kind of document is known', async () => {
    const { cloudPath } = await editor.call(beginImport, { fileName: 'Issue 88.PDF', bytes: 10 })
    expect(cloudPath).toMatch(/^imports\/[0-9a-f]{32}\/[0-9a-f]{32}\.pdf$/u)
  })

  it('is given for no document that is empty or larger than 20 MB', async () => {
    for (const bytes of [0, -1, 1.5, LARGEST_DOCUMENT + 1])
      expect(await editor.reply(beginImport, { fileName: 'a.md', bytes })).toMatchObject(
        refused('INVALID_INPUT'),
      )
    expect(await test.jobs()).toEqual([])
  })

  it('is given to no reader, and a reader learns of no job', async () => {
    const { job, fileId } = await editor.uploaded('plain.md', PLAIN)
    expect(await reader.reply(beginImport, { fileName: 'a.md', bytes: 1 })).toMatchObject(
      refused('FORBIDDEN'),
    )
    expect(await reader.reply(getImport, { job })).toMatchObject(refused('FORBIDDEN'))
    expect(await reader.reply(runImport, { job, fileId })).toMatchObject(refused('FORBIDDEN'))
    expect(readFiles()).toBe(0)
  })
})

describe('nothing is read', () => {
  it('where the job was given to another editor', async () => {
    const { job, fileId } = await editor.uploaded('plain.md', PLAIN)
    expect(await owner.reply(runImport, { job, fileId })).toMatchObject(refused('FORBIDDEN'))
    expect(await owner.reply(getImport, { job })).toMatchObject(refused('FORBIDDEN'))
    expect(await editor.job(job)).toMatchObject({ state: 'waiting' })
    expect(readFiles()).toBe(0)
  })

  it('where there is no such job', async () => {
    const { fileId } = await editor.uploaded('plain.md', PLAIN)
    const job = '0'.repeat(32)
    expect(await editor.reply(runImport, { job, fileId })).toMatchObject(refused('NOT_FOUND'))
    expect(await editor.reply(getImport, { job })).toMatchObject(refused('NOT_FOUND'))
    expect(readFiles()).toBe(0)
  })

  it('where the role was taken back since the upload', async () => {
    const leaving = await test.person('oLeaving-0123456789abcdefghi', 'editor')
    const { job, fileId } = await leaving.uploaded('plain.md', PLAIN)
    await test.person(leaving.openid, null)
    expect(await leaving.reply(runImport, { job, fileId })).toMatchObject(refused('FORBIDDEN'))
    expect(readFiles()).toBe(0)
  })

  it('where the file is not the one that the job waits for', async () => {
    const { job, cloudPath } = await editor.uploaded('plain.md', PLAIN)
    const others = await owner.uploaded('plain.md', PLAIN)
    const fileIds = [
      others.fileId,
      fileIdAt('imports/elsewhere.md'),
      fileIdAt(`${cloudPath}/`),
      fileIdAt(`x/../${cloudPath}`),
      fileIdAt(cloudPath.toUpperCase()),
      `cloud://another.6c6f-another/${cloudPath}`,
      `cloud://local.6c6f-local/cloud://local.6c6f-local/${cloudPath}`,
      `cloud://local/${cloudPath}`,
      `cloud://local.6c6f-local@elsewhere/${cloudPath}`,
      `https://local.6c6f-local/${cloudPath}`,
      cloudPath,
      '',
    ]
    for (const fileId of fileIds)
      expect(await editor.reply(runImport, { job, fileId })).toMatchObject(refused('INVALID_INPUT'))
    expect(await editor.job(job)).toMatchObject({ state: 'waiting' })
    expect(readFiles()).toBe(0)
  })
})

describe('what was uploaded', () => {
  it('is refused where it is larger than was said', async () => {
    const { job, cloudPath } = await editor.call(beginImport, { fileName: 'plain.md', bytes: 10 })
    const fileId = await editor.upload(cloudPath, PLAIN)
    await editor.call(runImport, { job, fileId })
    expect(await editor.job(job)).toMatchObject({ state: 'failed', problems: [{ code: 'other-file' }] })
    expect(test.cloud.files.list()).toEqual([])
  })

  it('is refused where it is larger than 20 MB', async () => {
    const { job, cloudPath } = await editor.call(beginImport, { fileName: 'a.md', bytes: LARGEST_DOCUMENT })
    const fileId = await editor.upload(cloudPath, Buffer.alloc(LARGEST_DOCUMENT + 1, ' '))
    await editor.call(runImport, { job, fileId })
    expect(await editor.job(job)).toMatchObject({ state: 'failed', problems: [{ code: 'too-large' }] })
    expect(test.cloud.files.list()).toEqual([])
  })

  it('is said not to be had where its id names another store', async () => {
    const { job, cloudPath, fileId } = await editor.uploaded('plain.md', PLAIN)
    expect(fileId).toBe(fileIdAt(cloudPath))
    await editor.call(runImport, { job, fileId: fileId.replace('.6c6f-', '.6c70-') })
    expect(await editor.job(job)).toMatchObject({ state: 'failed', problems: [{ code: 'not-fetched' }] })
  })

  it('is said to be missing where there is nothing', async () => {
    const { job, cloudPath } = await editor.call(beginImport, { fileName: 'plain.md', bytes: 10 })
    await editor.call(runImport, { job, fileId: fileIdAt(cloudPath) })
    expect(await editor.job(job)).toMatchObject({ state: 'failed', problems: [{ code: 'no-file' }] })
  })

  it('is said to be empty where it is', async () => {
    const { job, cloudPath } = await editor.call(beginImport, { fileName: 'plain.md', bytes: 10 })
    const fileId = await editor.upload(cloudPath, '')
    await editor.call(runImport, { job, fileId })
    expect(await editor.job(job)).toMatchObject({ state: 'failed', problems: [{ code: 'empty' }] })
  })
})

describe('a run', () => {
  it('that is repeated does nothing more', async () => {
    const { job, fileId } = await editor.uploaded('plain.md', PLAIN)
    await editor.call(runImport, { job, fileId })
    await editor.upload((await test.jobs())[0]?.cloudPath ?? '', '# Another document')
    expect(await editor.call(runImport, { job, fileId })).toEqual({})
    expect(await editor.job(job)).toMatchObject({ state: 'done', draftId: '88' })
    expect(await test.drafts()).toMatchObject([{ revision: 1 }])
    expect(await test.audit('import')).toHaveLength(1)
  })

  it('is one of several at the same time', async () => {
    const { job, fileId } = await editor.uploaded('plain.md', PLAIN)
    const held = test.cloud.faults.add({ action: 'storage.batchGetDownloadUrl', fault: { kind: 'hold' } })
    const first = editor.call(runImport, { job, fileId })
    await test.cloud.faults.whenMet(held)
    expect(await editor.job(job)).toMatchObject({ state: 'working' })
    expect(await editor.call(runImport, { job, fileId })).toEqual({})
    await test.cloud.faults.clear()
    await test.cloud.faults.release()
    expect(await first).toEqual({})
    expect(readFiles()).toBe(1)
    expect(await test.drafts()).toMatchObject([{ revision: 1 }])
  })

  it('that was killed is failed once its time is over for certain', async () => {
    const { job, fileId } = await editor.uploaded('plain.md', PLAIN)
    test.cloud.faults.add({ action: 'storage.batchGetDownloadUrl', fault: { kind: 'kill', when: 'after' } })
    await expect(editor.call(runImport, { job, fileId })).rejects.toThrow('killed')
    await test.cloud.faults.clear()
    await test.cloud.clock.advance(RUN_OVER / 2)
    expect(await editor.job(job)).toMatchObject({ state: 'working', problems: [] })
    await test.cloud.clock.advance(RUN_OVER / 2)
    expect(await editor.job(job)).toMatchObject({ state: 'failed', problems: [{ code: 'broke-off' }] })
    expect(await editor.call(runImport, { job, fileId })).toEqual({})
    expect(await test.drafts()).toEqual([])
  })

  it('that was held up beyond its time stores nothing', async () => {
    const { job, fileId } = await editor.uploaded('plain.md', PLAIN)
    const held = test.cloud.faults.add({ action: 'storage.batchGetDownloadUrl', fault: { kind: 'hold' } })
    const run = editor.call(runImport, { job, fileId })
    await test.cloud.faults.whenMet(held)
    await test.cloud.clock.advance(RUN_OVER)
    expect(await editor.job(job)).toMatchObject({ state: 'failed', problems: [{ code: 'broke-off' }] })
    await test.cloud.faults.clear()
    await test.cloud.faults.release()
    await run
    expect(await editor.job(job)).toMatchObject({ state: 'failed', problems: [{ code: 'too-late' }] })
    expect(await test.drafts()).toEqual([])
    expect(test.cloud.files.list()).toEqual([])
  })
})

describe('a job that is a day old', () => {
  const DAY = 24 * 60 * 60 * 1000

  it('is removed with its file by the next one, however far it came', async () => {
    const waiting = await editor.uploaded('waiting.md', PLAIN)
    const done = await editor.uploaded('done.md', PLAIN)
    await editor.call(runImport, done)
    const killed = await editor.uploaded('killed.md', PLAIN)
    test.cloud.faults.add({ action: 'storage.batchGetDownloadUrl', fault: { kind: 'kill', when: 'after' } })
    await expect(editor.call(runImport, killed)).rejects.toThrow('killed')
    await test.cloud.faults.clear()
    expect(test.cloud.files.list()).toHaveLength(2)
    await test.cloud.clock.advance(DAY + 1)
    const { job } = await editor.call(beginImport, { fileName: 'next.md', bytes: 1 })
    expect(await test.jobs()).toMatchObject([{ id: job }])
    expect(test.cloud.files.list()).toEqual([])
    expect(await editor.reply(runImport, waiting)).toMatchObject(refused('NOT_FOUND'))
  })

  it('stays until the next one where its file cannot be removed', async () => {
    await editor.uploaded('waiting.md', PLAIN)
    await test.cloud.clock.advance(DAY + 1)
    test.cloud.faults.add({ action: 'storage.batchDeleteFile', fault: { kind: 'fail', code: 'SYS_ERR' } })
    await editor.call(beginImport, { fileName: 'next.md', bytes: 1 })
    expect(await test.jobs()).toHaveLength(2)
    await test.cloud.faults.clear()
    await editor.call(beginImport, { fileName: 'after.md', bytes: 1 })
    expect(test.cloud.files.list()).toEqual([])
  })
})
