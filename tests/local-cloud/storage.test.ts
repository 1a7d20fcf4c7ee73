import { createReadStream, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileId, type SdkStorage, type StorageCloud, startStorageCloud } from '../support/storage-cloud'

/** Many megabytes take their time on a busy machine. */
jest.setTimeout(60_000)

let cloud: StorageCloud
let sdk: SdkStorage
let folder: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sources-'))
  cloud = await startStorageCloud()
  sdk = cloud.sdk
})
afterAll(async () => {
  await cloud.close()
  rmSync(folder, { recursive: true, force: true })
})
afterEach(() => {
  expect(cloud.strays()).toEqual([])
  expect(cloud.log.splice(0)).toEqual([])
})

type Stored = Record<string, string>
type Case = [name: string, before: Stored, call: () => Promise<unknown>, answer: object, after: Stored]

/** A call, with what was stored before it, what it answers or why it fails, and what is stored after it. */
const cases = (list: Case[]) =>
  it.each(list)('%s', async (_name, before, call, answer, after) => {
    await cloud.store(before)
    expect(await call().catch((reason: unknown) => reason)).toMatchObject(answer)
    expect(await cloud.stored()).toEqual(after)
  })

const upload = (cloudPath: string, text: string) => () =>
  sdk.uploadFile({ cloudPath, fileContent: Buffer.from(text) })

function streamed(text: string) {
  const path = join(folder, 'source.txt')
  writeFileSync(path, text)
  return createReadStream(path)
}

// In this version of the SDK it is -1 whatever the answer.
const UPLOADED = { statusCode: -1, errMsg: 'uploadFile:ok' }

describe('uploadFile', () => {
  cases([
    ['stores a buffer', {}, upload('a.txt', 'a'), { fileID: fileId('a.txt'), ...UPLOADED }, { 'a.txt': 'a' }],
    [
      'stores a stream',
      {},
      () => sdk.uploadFile({ cloudPath: 's/a.txt', fileContent: streamed('streamed') }),
      { fileID: fileId('s/a.txt'), ...UPLOADED },
      { 's/a.txt': 'streamed' },
    ],
    [
      'stores an empty file',
      {},
      upload('empty', ''),
      { fileID: fileId('empty'), ...UPLOADED },
      { empty: '' },
    ],
    [
      'stores a stream of nothing',
      {},
      () => sdk.uploadFile({ cloudPath: 'empty', fileContent: streamed('') }),
      { fileID: fileId('empty'), ...UPLOADED },
      { empty: '' },
    ],
    [
      'takes a Chinese name',
      {},
      upload('周报/第204期：数据出境.docx', '文'),
      { fileID: fileId('周报/第204期：数据出境.docx'), ...UPLOADED },
      { '周报/第204期：数据出境.docx': '文' },
    ],
    [
      'overwrites what is at its path, and nothing else',
      { 'a.txt': 'old, and longer', 'a.txt2': 'other', 'A.txt': 'capital' },
      upload('a.txt', 'new'),
      UPLOADED,
      { 'a.txt': 'new', 'a.txt2': 'other', 'A.txt': 'capital' },
    ],
    [
      'keeps a file and a folder of one name apart',
      { a: 'file' },
      upload('a/b', 'in the folder'),
      UPLOADED,
      { a: 'file', 'a/b': 'in the folder' },
    ],
    [
      'refuses a text for content, in the SDK itself',
      { 'a.txt': 'old' },
      () => sdk.uploadFile({ cloudPath: 'a.txt', fileContent: 'text' }),
      { code: 'INVALID_PARAM' },
      { 'a.txt': 'old' },
    ],
  ])

  it('keeps every character that a name may have, from the upload to the link', async () => {
    const path = `a b+c;d,e&f=g@h!i$j(k)[l]{m}^\`~'n*.–é〇😀.txt`
    await cloud.store({})
    const { fileID } = await sdk.uploadFile({ cloudPath: path, fileContent: Buffer.from('x') })
    expect((await sdk.downloadFile({ fileID })).fileContent.toString()).toBe('x')
    const [link] = (await sdk.getTempFileURL({ fileList: [fileID] })).fileList
    expect(await (await fetch(link?.tempFileURL ?? '')).text()).toBe('x')
    expect(await sdk.deleteFile({ fileList: [fileID] })).toMatchObject({ fileList: [{ status: 0 }] })
    expect(await cloud.stored()).toEqual({})
  })

  it('takes a stream of 40 MB and gives it back', async () => {
    const path = join(folder, 'large.bin')
    const size = 40 * 1024 * 1024
    // No two of its pieces are the same.
    const content = Buffer.alloc(size)
    for (let at = 0; at < size; at += 4) content.writeUInt32LE(at, at)
    writeFileSync(path, content)
    expect(statSync(path).size).toBe(size)
    await cloud.store({})
    const { fileID } = await sdk.uploadFile({ cloudPath: 'large.bin', fileContent: createReadStream(path) })
    expect(cloud.files.find('large.bin')).toMatchObject({ size, contentType: 'application/octet-stream' })
    const { fileContent } = await sdk.downloadFile({ fileID })
    expect(fileContent.equals(content)).toBe(true)
  })

  it('refuses a file of more than 100 MB and keeps the one that was there', async () => {
    await cloud.store({ 'a.bin': 'old' })
    const uploading = sdk.uploadFile({ cloudPath: 'a.bin', fileContent: Buffer.alloc(100 * 1024 * 1024 + 1) })
    await expect(uploading).rejects.toMatchObject({
      code: 'STORAGE_REQUEST_FAIL',
      errMsg: expect.stringContaining('[EntityTooLarge]'),
    })
    expect(await cloud.stored()).toEqual({ 'a.bin': 'old' })
  })

  it('lets one of many uploads to one path win, whole', async () => {
    await cloud.store({})
    const texts = Array.from({ length: 20 }, (_, at) => String(at).repeat(100_000))
    await Promise.all(texts.map((text) => upload('a.txt', text)()))
    const { 'a.txt': stored = '', ...others } = await cloud.stored()
    expect(texts).toContain(stored)
    expect(others).toEqual({})
  })
})

const NOT_THERE = { status: -503003, errMsg: 'storage file not exists' }
const ELSEWHERE = { status: -503002, errMsg: 'storage permission denied' }
const NO_ID = { status: -501007, errMsg: 'invalid parameters' }

describe('getTempFileURL', () => {
  const link = (path: string) => expect.stringContaining(`/dl/${path}?sign=`)

  cases([
    [
      'gives an address for each file, in the order asked for',
      { 'a.txt': 'a', 'b.txt': 'b' },
      () => sdk.getTempFileURL({ fileList: [fileId('b.txt'), fileId('a.txt'), fileId('b.txt')] }),
      {
        errMsg: 'getTempFileURL:ok',
        fileList: ['b.txt', 'a.txt', 'b.txt'].map((path) => ({
          fileID: fileId(path),
          status: 0,
          errMsg: 'ok',
          maxAge: 600,
          tempFileURL: link(path),
        })),
      },
      { 'a.txt': 'a', 'b.txt': 'b' },
    ],
    [
      'says of each file why it has none, and leaves the others theirs',
      { 'a.txt': 'a' },
      () =>
        sdk.getTempFileURL({
          fileList: [fileId('none.txt'), fileId('a.txt'), 'cloud://other.6f74-other/a.txt', 'a.txt'],
        }),
      {
        fileList: [
          { fileID: fileId('none.txt'), ...NOT_THERE, tempFileURL: '' },
          { fileID: fileId('a.txt'), status: 0, tempFileURL: link('a.txt') },
          { fileID: 'cloud://other.6f74-other/a.txt', ...ELSEWHERE, tempFileURL: '' },
          { fileID: 'a.txt', ...NO_ID, tempFileURL: '' },
        ],
      },
      { 'a.txt': 'a' },
    ],
    [
      'answers as long as was asked for',
      { 'a.txt': 'a' },
      () =>
        sdk.getTempFileURL({
          fileList: [
            { fileID: fileId('a.txt'), maxAge: 1 },
            { fileID: fileId('a.txt'), maxAge: 86_400 },
            fileId('a.txt'),
          ],
        }),
      { fileList: [{ maxAge: 1 }, { maxAge: 86_400 }, { maxAge: 600 }] },
      { 'a.txt': 'a' },
    ],
    ...[0, -1, 1.5, '60', null, 2 ** 31].map(
      (maxAge): Case => [
        `refuses ${JSON.stringify(maxAge)} for a number of seconds`,
        { 'a.txt': 'a' },
        () => sdk.getTempFileURL({ fileList: [{ fileID: fileId('a.txt'), maxAge }, fileId('a.txt')] }),
        {
          fileList: [
            { status: -503004, errMsg: 'storage invalid sign parameter', tempFileURL: '' },
            { status: 0 },
          ],
        },
        { 'a.txt': 'a' },
      ],
    ),
  ])
})

describe('downloadFile', () => {
  cases([
    [
      'gives the bytes',
      { 'a.txt': '字节' },
      () => sdk.downloadFile({ fileID: fileId('a.txt') }),
      { statusCode: 200, errMsg: 'downloadFile:ok', fileContent: Buffer.from('字节') },
      { 'a.txt': '字节' },
    ],
    [
      'gives an empty file',
      { empty: '' },
      () => sdk.downloadFile({ fileID: fileId('empty') }),
      { statusCode: 200, fileContent: Buffer.alloc(0) },
      { empty: '' },
    ],
    [
      'does not find a missing file',
      { 'a.txt': 'a' },
      () => sdk.downloadFile({ fileID: fileId('a.tx') }),
      { code: 'STORAGE_FILE_NONEXIST', errCode: -1 },
      { 'a.txt': 'a' },
    ],
    [
      'does not reach into another environment',
      { 'a.txt': 'a' },
      () => sdk.downloadFile({ fileID: 'cloud://other.6f74-other/a.txt' }),
      { code: 'STORAGE_EXCEED_AUTHORITY', errCode: -1 },
      { 'a.txt': 'a' },
    ],
    [
      'refuses what is no file id',
      { 'a.txt': 'a' },
      () => sdk.downloadFile({ fileID: 'a.txt' }),
      { code: 'INVALID_PARAM', errCode: -1 },
      { 'a.txt': 'a' },
    ],
  ])
})

describe('deleteFile', () => {
  cases([
    [
      'removes each file, and says of the others why not',
      { 'a.txt': 'a', 'b.txt': 'b', 'c.txt': 'c' },
      () =>
        sdk.deleteFile({
          fileList: [fileId('a.txt'), fileId('none'), fileId('c.txt'), 'cloud://other/b', 'b'],
        }),
      {
        errMsg: 'deleteFile:ok',
        fileList: [
          { fileID: fileId('a.txt'), status: 0, errMsg: 'ok' },
          { fileID: fileId('none'), ...NOT_THERE },
          { fileID: fileId('c.txt'), status: 0, errMsg: 'ok' },
          { fileID: 'cloud://other/b', ...ELSEWHERE },
          { fileID: 'b', ...NO_ID },
        ],
      },
      { 'b.txt': 'b' },
    ],
    [
      'finds a file that is named twice only once',
      { 'a.txt': 'a' },
      () => sdk.deleteFile({ fileList: [fileId('a.txt'), fileId('a.txt')] }),
      { fileList: [{ status: 0 }, NOT_THERE] },
      {},
    ],
    [
      'removes no folder',
      { 'a/b.txt': 'b' },
      () => sdk.deleteFile({ fileList: [fileId('a'), fileId('a/'), fileId('')] }),
      { fileList: [NOT_THERE, NOT_THERE, NOT_THERE] },
      { 'a/b.txt': 'b' },
    ],
  ])
})

describe('how many files in one call', () => {
  const many = (count: number) => Array.from({ length: count }, (_, at) => fileId(String(at)))
  const stored = { '0': 'first', '49': 'last' }

  cases([
    [
      'are 50 links',
      stored,
      () => sdk.getTempFileURL({ fileList: many(50) }),
      { fileList: many(50).map((fileID, at) => ({ fileID, status: at % 49 === 0 ? 0 : -503003 })) },
      stored,
    ],
    [
      'are no 51 links',
      stored,
      () => sdk.getTempFileURL({ fileList: many(51) }),
      { code: 'INVALID_PARAM' },
      stored,
    ],
    [
      'are no 51 to delete',
      stored,
      () => sdk.deleteFile({ fileList: many(51) }),
      { code: 'INVALID_PARAM' },
      stored,
    ],
    [
      'are 50 to delete',
      stored,
      () => sdk.deleteFile({ fileList: many(50) }),
      { fileList: expect.anything() },
      {},
    ],
    [
      'are not none to link',
      stored,
      () => sdk.getTempFileURL({ fileList: [] }),
      { code: 'INVALID_PARAM' },
      stored,
    ],
    [
      'are not none to delete',
      stored,
      () => sdk.deleteFile({ fileList: [] }),
      { code: 'INVALID_PARAM' },
      stored,
    ],
  ])
})
