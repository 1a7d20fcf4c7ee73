import {
  askAsPhone,
  failed,
  fileId,
  type StorageCloud,
  startStorageCloud,
  uploadAsPhone,
} from '../support/storage-cloud'

/** Many megabytes take their time on a busy machine. */
jest.setTimeout(60_000)

let cloud: StorageCloud

beforeAll(async () => {
  cloud = await startStorageCloud()
})
afterAll(() => cloud.close())

const ANNA = { openid: 'anna' }
const BEN = { openid: 'ben' }
const NOBODY = {}

/** A file of a server's and one of Anna's. */
const before = { 'server.txt': 'of the server', 'anna.txt': "Anna's" }

beforeEach(async () => {
  await cloud.store({ 'server.txt': 'of the server' })
  expect(await uploadAsPhone(cloud, 'anna.txt', "Anna's", ANNA)).toHaveProperty('fileID')
})
afterEach(async () => {
  await cloud.faults.clear()
  expect(cloud.strays()).toEqual([])
  expect(cloud.log.splice(0)).toEqual([])
})

const DENIED = { status: -503002, errMsg: 'This file is not for this caller.' }
const NOT_THERE = { status: -503003, errMsg: 'There is no such file.' }

describe('uploadFile of a phone', () => {
  it.each<
    [string, Parameters<typeof uploadAsPhone> extends [unknown, ...infer R] ? R : never, object, object]
  >([
    [
      'adds a file',
      ['周报/文.txt', '新', BEN],
      { fileID: fileId('周报/文.txt'), statusCode: 200 },
      { ...before, '周报/文.txt': '新' },
    ],
    [
      'adds an empty file',
      ['empty', '', BEN],
      { fileID: fileId('empty'), statusCode: 200 },
      { ...before, empty: '' },
    ],
    [
      'replaces a file of the same reader',
      ['anna.txt', 'new', ANNA],
      { fileID: fileId('anna.txt'), statusCode: 200 },
      { ...before, 'anna.txt': 'new' },
    ],
    ['leaves the file of another reader', ['anna.txt', 'new', BEN], failed('uploadFile', -503002), before],
    ['leaves the file of a server', ['server.txt', 'new', ANNA], failed('uploadFile', -503002), before],
    ['takes none of somebody unknown', ['new.txt', 'new', NOBODY], failed('uploadFile', -503002), before],
    [
      'takes none of who has no name that can be',
      ['new.txt', 'new', { openid: '../anna' }],
      failed('uploadFile', -501007),
      before,
    ],
  ])('%s', async (_name, upload, answer, after) => {
    expect(await uploadAsPhone(cloud, ...upload)).toEqual(answer)
    expect(await cloud.stored()).toEqual(after)
  })

  it('keeps who uploaded, as the platform says and whatever the form says', async () => {
    const form = [
      '--B\r\ncontent-disposition: form-data; name="openid"\r\n\r\nanna\r\n',
      '--B\r\ncontent-disposition: form-data; name="x-local-openid"\r\n\r\nanna\r\n',
      '--B\r\ncontent-disposition: form-data; name="file"; filename="x"\r\n\r\nx\r\n--B--\r\n',
    ].join('')
    const type = 'multipart/form-data; boundary=B'
    expect(await uploadAsPhone(cloud, 'new.txt?openid=anna', { form, type }, BEN)).toEqual(
      failed('uploadFile', -501007),
    )
    expect(await uploadAsPhone(cloud, 'new.txt', { form, type }, BEN)).toMatchObject({ statusCode: 200 })
    expect(await uploadAsPhone(cloud, 'anna.txt', { form, type }, BEN)).toEqual(failed('uploadFile', -503002))
    expect(cloud.files.list().map(({ path, uploader }) => [path, uploader])).toEqual([
      ['anna.txt', 'anna'],
      ['new.txt', 'ben'],
      ['server.txt', null],
    ])
  })

  it('gives a file away only by a server, which then owns it', async () => {
    await cloud.sdk.uploadFile({ cloudPath: 'anna.txt', fileContent: Buffer.from('taken over') })
    expect(await uploadAsPhone(cloud, 'anna.txt', 'again', ANNA)).toEqual(failed('uploadFile', -503002))
    expect(await cloud.stored()).toEqual({ ...before, 'anna.txt': 'taken over' })
  })

  it('lets one of two readers have a path that both want, and tells the other', async () => {
    const both = [uploadAsPhone(cloud, 'new.txt', 'a', ANNA), uploadAsPhone(cloud, 'new.txt', 'b', BEN)]
    const answers = await Promise.all(both)
    expect(answers.filter(({ fileID }) => fileID)).toHaveLength(1)
    expect(answers).toContainEqual(failed('uploadFile', -503002))
    const won = answers[0]?.fileID ? 'a' : 'b'
    expect(await cloud.stored()).toEqual({ ...before, 'new.txt': won })
  })

  it('takes 40 MB, and of more than 100 MB nothing', async () => {
    expect(await uploadAsPhone(cloud, 'large.bin', 'x'.repeat(40 * 1024 * 1024), BEN)).toMatchObject({
      statusCode: 200,
    })
    expect(cloud.files.find('large.bin')?.size).toBe(40 * 1024 * 1024)
    const tooLarge = 'x'.repeat(100 * 1024 * 1024 + 1)
    expect(await uploadAsPhone(cloud, 'large.bin', tooLarge, BEN)).toEqual(failed('uploadFile', -503001))
    expect(cloud.files.find('large.bin')?.size).toBe(40 * 1024 * 1024)
  })

  it('answers also who sends a large file that is refused at once', async () => {
    const large = 'x'.repeat(20 * 1024 * 1024)
    expect(await uploadAsPhone(cloud, 'anna.txt', large, BEN)).toEqual(failed('uploadFile', -503002))
    expect(await cloud.stored()).toEqual(before)
  })
})

describe('getTempFileURL of a phone', () => {
  it('gives addresses, and says of each other file why not', async () => {
    const fileList = [
      fileId('server.txt'),
      { fileID: fileId('anna.txt'), maxAge: 60 },
      fileId('none'),
      'none',
      'cloud://other/x',
    ]
    const answer = await askAsPhone(cloud, 'getTempFileURL', { fileList }, BEN)
    expect(answer).toEqual({
      fileList: [
        {
          fileID: fileId('server.txt'),
          status: 0,
          errMsg: 'ok',
          maxAge: 600,
          tempFileURL: expect.stringContaining('/dl/server.txt?'),
        },
        {
          fileID: fileId('anna.txt'),
          status: 0,
          errMsg: 'ok',
          maxAge: 60,
          tempFileURL: expect.stringContaining('/dl/anna.txt?'),
        },
        { fileID: fileId('none'), ...NOT_THERE, tempFileURL: '' },
        {
          fileID: 'none',
          status: -501007,
          errMsg: 'The file id does not begin with cloud://.',
          tempFileURL: '',
        },
        {
          fileID: 'cloud://other/x',
          status: -503002,
          errMsg: 'The file is in another environment.',
          tempFileURL: '',
        },
      ],
    })
    const [first] = answer.fileList ?? []
    expect(await (await fetch(first?.tempFileURL ?? '')).text()).toBe('of the server')
  })

  it('lets everyone read everything, where nothing else is chosen', async () => {
    const fileList = [fileId('anna.txt'), fileId('server.txt')]
    for (const phone of [ANNA, BEN, NOBODY])
      expect(await askAsPhone(cloud, 'getTempFileURL', { fileList }, phone)).toMatchObject({
        fileList: [{ status: 0 }, { status: 0 }],
      })
  })
})

describe('deleteFile of a phone', () => {
  it.each([
    [
      'removes the file of the reader who asks, and no other',
      ANNA,
      { status: 0, errMsg: 'ok' },
      { 'server.txt': 'of the server' },
    ],
    ['leaves the file of another reader', BEN, DENIED, before],
    ['removes nothing for somebody unknown', NOBODY, DENIED, before],
  ])('%s', async (_name, phone, answer, after) => {
    const fileList = [fileId('anna.txt'), fileId('server.txt'), fileId('none')]
    expect(await askAsPhone(cloud, 'deleteFile', { fileList }, phone)).toEqual({
      fileList: [
        { fileID: fileId('anna.txt'), ...answer },
        { fileID: fileId('server.txt'), ...DENIED },
        { fileID: fileId('none'), ...NOT_THERE },
      ],
    })
    expect(await cloud.stored()).toEqual(after)
  })
})

describe.each(['getTempFileURL', 'deleteFile'] as const)('%s of a phone', (name) => {
  it.each<[string, unknown]>([
    ['no body', ''],
    ['no JSON', 'fileList=x'],
    ['null', 'null'],
    ['a list', '[]'],
    ['no list', {}],
    ['a list that is a text', { fileList: fileId('anna.txt') }],
    ['an empty list', { fileList: [] }],
    ['a list of numbers', { fileList: [5] }],
    ['a list with null in it', { fileList: [null, fileId('anna.txt')] }],
    ['51 files', { fileList: Array.from({ length: 51 }, () => fileId('anna.txt')) }],
    ['half a megabyte', { fileList: [fileId('x'.repeat(512 * 1024))] }],
    ['a hundred thousand levels', `{"fileList":${'['.repeat(100_000)}${']'.repeat(100_000)}}`],
  ])('refuses %s', async (_what, body) => {
    expect(await askAsPhone(cloud, name, body, ANNA)).toEqual(failed(name, -501007))
    expect(await cloud.stored()).toEqual(before)
  })

  it('refuses a name that cannot be', async () => {
    const body = { fileList: [fileId('anna.txt')] }
    expect(await askAsPhone(cloud, name, body, { openid: 'a b' })).toEqual(failed(name, -501007))
  })
})

describe('where only who uploaded a file may read it', () => {
  let closed: StorageCloud

  beforeAll(async () => {
    closed = await startStorageCloud({ fileReaders: 'uploader' })
    await closed.store({ 'server.txt': 'of the server' })
    await uploadAsPhone(closed, 'anna.txt', "Anna's", ANNA)
  })
  afterAll(() => closed.close())

  it.each([
    ['who uploaded it', ANNA, 0],
    ['no other reader', BEN, -503002],
    ['nobody who is unknown', NOBODY, -503002],
  ])('the address of a file is given to %s', async (_name, phone, status) => {
    const fileList = [fileId('anna.txt'), fileId('server.txt'), fileId('none')]
    expect(await askAsPhone(closed, 'getTempFileURL', { fileList }, phone)).toMatchObject({
      fileList: [{ status }, DENIED, NOT_THERE],
    })
  })

  it('a server reads them all', async () => {
    const fileList = [fileId('anna.txt'), fileId('server.txt')]
    expect(await closed.sdk.getTempFileURL({ fileList })).toMatchObject({
      fileList: [{ status: 0 }, { status: 0 }],
    })
    const { fileContent } = await closed.sdk.downloadFile({ fileID: fileId('anna.txt') })
    expect(fileContent.toString()).toBe("Anna's")
  })

  it('an address that was given is good for whoever has it', async () => {
    const answer = await askAsPhone(closed, 'getTempFileURL', { fileList: [fileId('anna.txt')] }, ANNA)
    expect(await (await fetch(answer.fileList?.[0]?.tempFileURL ?? '')).text()).toBe("Anna's")
  })
})

describe('a fault', () => {
  const fail = { kind: 'fail', code: 'EXCEED_REQUEST_LIMIT', message: 'Too many.' } as const

  it.each([
    ['before', before],
    ['after', { ...before, 'new.txt': 'new' }],
  ] as const)('%s an upload of a phone answers its code', async (when, after) => {
    cloud.faults.add({ action: 'client.uploadFile', fault: { ...fail, when } })
    expect(await uploadAsPhone(cloud, 'new.txt', 'new', ANNA)).toEqual(failed('uploadFile', -501003))
    expect(await cloud.stored()).toEqual(after)
    expect(cloud.faults.met()).toMatchObject([{ action: 'client.uploadFile', openid: 'anna', when }])
  })

  it.each([
    ['before', before],
    ['after', { ...before, 'new.txt': 'new' }],
  ] as const)('%s an upload of a phone cuts the connection', async (when, after) => {
    cloud.faults.add({ action: 'client.uploadFile', fault: { kind: 'drop', when } })
    await expect(uploadAsPhone(cloud, 'new.txt', 'new', ANNA)).rejects.toThrow('fetch failed')
    expect(await cloud.stored()).toEqual(after)
  })

  it('of another code meets what a server asks', async () => {
    cloud.faults.add({ action: 'storage.batchDeleteFile', fault: { ...fail, when: 'before' } })
    const deleting = cloud.sdk.deleteFile({ fileList: [fileId('anna.txt')] })
    await expect(deleting).rejects.toMatchObject({ code: 'EXCEED_REQUEST_LIMIT' })
    expect(await cloud.stored()).toEqual(before)
  })
})
