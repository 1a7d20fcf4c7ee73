import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { stopListening } from '../../tools/local-cloud/http/local-server'
import type { LocalCloud } from '../../tools/local-cloud/start-local-cloud'
import { callFromPhone, startFixtureCloud } from '../support/fixture-functions'
import { sdkFor, startTestCloud } from '../support/local-cloud'
import { anSdkDatabase } from '../support/sdk-database'
import { aCollection, anIndex } from '../support/temporary-store'

const root = join(__dirname, '../..')

let folder: string
let clouds: LocalCloud[]
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'exchange-'))
  clouds = []
})
afterEach(async () => {
  for (const cloud of clouds) await cloud.close()
  rmSync(folder, { recursive: true, force: true })
})

async function aCloud(): Promise<LocalCloud> {
  const cloud = await startTestCloud({
    dataDir: join(folder, `data-${clouds.length}`),
    collections: { c: aCollection(anIndex('n', [['n', 1]], true)) },
  })
  clouds.push(cloud)
  return cloud
}

/** With something of everything. */
async function aFilledCloud(): Promise<LocalCloud> {
  const cloud = await aCloud()
  const db = anSdkDatabase(cloud)
  await db
    .collection('c')
    .add({ data: { _id: '中', n: 1, at: new Date(5), list: [null, { x: 1.5 }], big: 2 ** 40 } })
  await db
    .collection('c')
    .add({ data: { _id: 'b', n: 2, pattern: db.RegExp({ regexp: '^a', options: 'i' }) } })
  await db.createCollection('empty')
  await sdkFor(cloud).uploadFile({ cloudPath: '文/a.bin', fileContent: Buffer.from([0, 255, 10]) })
  cloud.wechat.grant(['follower'], 'local-new-issue', 2)
  await sdkFor(cloud).openapi.subscribeMessage.send({
    touser: 'follower',
    templateId: 'local-new-issue',
    data: { thing1: { value: '刊物' }, thing2: { value: '内容' }, date3: { value: '2021年1月15日' } },
  })
  cloud.wechat.phone('reader').turnMainSwitch(false)
  return cloud
}

type Refusal = { error: { message: string } }

const exported = async ({ url }: LocalCloud) => (await fetch(`${url}_cloud/export`)).text()
const imported = async ({ url }: LocalCloud, body: string | Buffer) => {
  const answer = await fetch(`${url}_cloud/import`, { method: 'POST', body })
  return {
    status: answer.status,
    error: answer.status === 204 ? null : ((await answer.json()) as Refusal).error.message,
  }
}

it('carries everything over to another local cloud, which then exports the same', async () => {
  const before = await exported(await aFilledCloud())
  expect(before.split('\n')[0]).toBe('{"localCloud":1}')
  for (const line of before.trim().split('\n')) expect(() => JSON.parse(line)).not.toThrow()
  const other = await aCloud()
  await anSdkDatabase(other)
    .collection('c')
    .add({ data: { _id: 'gone', n: 1 } })
  await sdkFor(other).uploadFile({ cloudPath: 'gone.txt', fileContent: Buffer.from('gone') })
  expect(await imported(other, before)).toEqual({ status: 204, error: null })
  expect(await exported(other)).toBe(before)

  // What is made anew works as well: the index, its uniqueness, the file's bytes.
  const db = anSdkDatabase(other)
  expect(
    (
      await db
        .collection('c')
        .where({ n: db.command.gt(1) })
        .get()
    ).data,
  ).toMatchObject([{ _id: 'b' }])
  await expect(db.collection('c').add({ data: { n: 1 } })).rejects.toMatchObject({ errCode: -502001 })
  expect(other.wechat.phone('follower').inbox).toMatchObject([
    { templateId: 'local-new-issue', isRead: false },
  ])
  expect(other.files.list()).toMatchObject([{ path: '文/a.bin', size: 3, uploader: null }])
  expect(readdirSync(join(folder, 'data-1', 'files'))).toHaveLength(1)
})

it('is the same after a restart', async () => {
  const before = await exported(await aFilledCloud())
  const other = await aCloud()
  await imported(other, before)
  await clouds.pop()?.close()
  expect(await exported(await aCloud())).toBe(before)
})

it.each<[string, (text: string) => string]>([
  ['a mark of its encoding before it', (text) => `\ufeff${text}`],
  ['lines that end as on Windows', (text) => text.replaceAll('\n', '\r\n')],
  ['no end of its last line', (text) => text.trimEnd()],
])('takes an export that an editor has given %s', async (_what, edit) => {
  const cloud = await aFilledCloud()
  const before = await exported(cloud)
  expect(await imported(await aCloud(), edit(before))).toEqual({ status: 204, error: null })
  expect(await exported(clouds[1] as LocalCloud)).toBe(before)
})

it('takes characters that end a line for some, but not in JSON', async () => {
  const cloud = await aCloud()
  const texts = ['\u2028', '\u2029', '\u0085', '\r', '\f'].map((text) => `a${text}b`)
  await anSdkDatabase(cloud)
    .collection('c')
    .add({ data: { _id: 'a', texts } })
  await imported(cloud, await exported(cloud))
  expect((await anSdkDatabase(cloud).collection('c').get()).data).toEqual([{ _id: 'a', texts }])
})

describe('an import that cannot be taken', () => {
  const header = '{"localCloud":1}\n{"collection":"c"}\n'
  it.each<[string, string | Buffer, string]>([
    ['bytes that are no text', Buffer.from(`${header}{"collection":"\xff"}\n`, 'latin1'), 'UTF-8'],
    ['bytes that end within a character', Buffer.from(`${header}\xe4`, 'latin1'), 'UTF-8'],
    ['nothing', '', 'The export is empty.'],
    ['no JSON', 'hello', 'Line 1 of the export cannot be taken: '],
    [
      'no header',
      '{"collection":"c"}\n',
      'Line 1 of the export cannot be taken: an export begins with {"localCloud":1}',
    ],
    ['another version', '{"localCloud":2}\n', 'Line 1 of the export cannot be taken: '],
    ['an unknown line', `${header}{"secret":1}\n`, 'Line 3 of the export cannot be taken: '],
    ['a line cut short', `${header}{"collection":"c","docu`, 'Line 3 of the export cannot be taken: '],
    ['a document without an id', `${header}{"collection":"c","document":{}}\n`, 'Line 3'],
    [
      'a document without a collection',
      '{"localCloud":1}\n{"collection":"x","document":{"_id":"a"}}\n',
      'Line 2',
    ],
    [
      'two documents of one id',
      `${header}${'{"collection":"c","document":{"_id":"a"}}\n'.repeat(2)}`,
      'Line 4',
    ],
    [
      'what a unique index forbids',
      `${header}{"collection":"c","document":{"_id":"a","n":1}}\n{"collection":"c","document":{"_id":"b","n":1}}\n`,
      'Line 4 of the export cannot be taken: [FailedOperation] multiple write errors: [{write errors: [{E11000',
    ],
    [
      'a file that leaves its folder',
      `${header}{"file":"../x","uploader":null,"uploadedAt":1,"bytes":""}\n`,
      'Line 3',
    ],
    ['a table that is not there', `${header}{"table":"x","key":["a"],"value":1}\n`, 'Line 3'],
    ['a table of the store', `${header}{"table":"entries","key":["a"],"value":""}\n`, 'Line 3'],
    ['a reader of no form', `${header}{"table":"wechat-readers","key":["r"],"value":"junk"}\n`, 'Line 3'],
    [
      'a message id that counts nothing',
      `${header}{"table":"wechat-msgid","key":["last"],"value":"x"}\n`,
      'Line 3',
    ],
    ['a name that no collection has', `${header}{"collection":"../x"}\n`, 'Line 3'],
  ])('changes nothing: %s', async (_what, body, said) => {
    const cloud = await aFilledCloud()
    const before = await exported(cloud)
    const file = '{"file":"new.txt","uploader":null,"uploadedAt":1,"bytes":"AAAA"}\n'
    const answer = await imported(cloud, body)
    expect(answer).toEqual({ status: 400, error: expect.stringContaining(said) })
    expect(await exported(cloud)).toBe(before)
    // Nor do the bytes of a file before the line at fault stay.
    await imported(cloud, `{"localCloud":1}\n${file}no line\n`)
    expect(readdirSync(join(folder, 'data-0', 'files'))).toHaveLength(1)
  })
})

it('ends the transactions that are open', async () => {
  const cloud = await aFilledCloud()
  const before = await exported(cloud)
  const tx = await anSdkDatabase(cloud).startTransaction()
  await tx.collection('c').doc('b').remove()
  await imported(cloud, before)
  await expect(tx.commit()).rejects.toMatchObject({ code: 'DATABASE_TRANSACTION_FAIL' })
  expect(await exported(cloud)).toBe(before)
})

it('lets functions begin with an empty memory', async () => {
  const cloud = await startFixtureCloud()
  clouds.push(cloud)
  const callsOfInstance = async () =>
    ((await callFromPhone(cloud, 'caller')).result as { calls: number }).calls
  expect([await callsOfInstance(), await callsOfInstance()]).toEqual([1, 2])
  await imported(cloud, await exported(cloud))
  expect(await callsOfInstance()).toBe(1)
})

describe('the command', () => {
  async function run(args: string[], port: number) {
    const child = spawn(process.execPath, ['--import', 'tsx', 'tools/cloud.ts', ...args], {
      cwd: root,
      env: { ...process.env, PORT: String(port), INIT_CWD: folder },
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    const [said, [code]] = await Promise.all([text(child.stderr), once(child, 'close')])
    return { code, said }
  }

  it('writes a file and takes it again', async () => {
    const cloud = await aFilledCloud()
    expect(await run(['export', 'state.jsonl'], cloud.port)).toEqual({ code: 0, said: '' })
    const file = join(folder, 'state.jsonl')
    expect(readFileSync(file, 'utf8')).toBe(await exported(cloud))
    const other = await aCloud()
    expect(await run(['import', 'state.jsonl'], other.port)).toEqual({ code: 0, said: '' })
    expect(await exported(other)).toBe(readFileSync(file, 'utf8'))
  })

  it.each<[string, string[], number, string]>([
    ['no cloud runs', ['export', 'x'], 1, 'No local cloud is running at this PORT; start one first.\n'],
    ['a command is unknown', ['explode', 'x'], 2, 'Usage: npm run cloud'],
    ['a file is missing', ['export'], 2, 'Usage: npm run cloud'],
  ])('says so where %s', async (_what, args, code, said) => {
    const cloud = await aCloud()
    await clouds.pop()?.close()
    expect(await run(args, cloud.port)).toEqual({ code, said: expect.stringContaining(said) })
    expect(existsSync(join(folder, 'x'))).toBe(false)
  })

  it.each([
    ['that answers everything', 200],
    ['that answers nothing of it', 404],
  ])('says so where another server has the port, one %s', async (_which, status) => {
    const server = createServer((request, response) => {
      request.resume()
      response.writeHead(status, { 'content-type': 'text/html' }).end('<p>Hello')
    })
    await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    const said = 'What answers at this PORT is not a local cloud.\n'
    writeFileSync(join(folder, 'kept.jsonl'), '{"localCloud":1}\n')
    expect(await run(['export', 'kept.jsonl'], port)).toEqual({ code: 1, said })
    expect(readFileSync(join(folder, 'kept.jsonl'), 'utf8')).toBe('{"localCloud":1}\n')
    expect(await run(['import', 'kept.jsonl'], port)).toEqual({ code: 1, said })
    await stopListening(server)
  })

  it('says which line of a file cannot be taken', async () => {
    const cloud = await aCloud()
    writeFileSync(join(folder, 'bad.jsonl'), '{"localCloud":1}\nhello\n')
    expect(await run(['import', 'bad.jsonl'], cloud.port)).toEqual({
      code: 1,
      said: expect.stringContaining('Line 2 of the export cannot be taken: '),
    })
    expect(await run(['import', 'missing.jsonl'], cloud.port)).toMatchObject({ code: 1 })
  })
})
