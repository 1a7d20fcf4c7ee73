import { fileId, type StorageCloud, startStorageCloud } from '../support/storage-cloud'
import { openUploadingPhone, type UploadingPhone } from './support/uploading-phone'

let cloud: StorageCloud

beforeAll(async () => {
  cloud = await startStorageCloud({ fileReaders: 'uploader' })
})
afterAll(() => cloud.close())
beforeEach(() => cloud.store({ 'server.txt': 'of the server' }))

const listed = () => cloud.files.list().map(({ path, uploader }) => [path, uploader])

describe.each([
  ['release', 'phone-under-test'],
  ['developer-tools', 'local-reader'],
] as const)('uploadFile of a mini-program made for %s', (madeFor, reader) => {
  let phone: UploadingPhone

  beforeAll(async () => {
    phone = await openUploadingPhone({ cloud, madeFor })
  })
  beforeEach(() => {
    phone.network.state = 'on'
  })

  const upload = (cloudPath: string, content: string) =>
    phone.uploadFile({ cloudPath, file: phone.files.add(content) })

  it('adds a file under its name, as the file of the reader whom the platform knows', async () => {
    expect(await upload('documents/第204期.docx', '文')).toBe(fileId('documents/第204期.docx'))
    expect(await cloud.stored()).toEqual({ 'documents/第204期.docx': '文', 'server.txt': 'of the server' })
    expect(listed()).toEqual([
      ['documents/第204期.docx', reader],
      ['server.txt', null],
    ])
  })

  it('adds an empty file', async () => {
    expect(await upload('empty', '')).toBe(fileId('empty'))
    expect(await cloud.stored()).toEqual({ empty: '', 'server.txt': 'of the server' })
  })

  it('replaces what the same reader uploaded', async () => {
    await upload('a.txt', 'old')
    expect(await upload('a.txt', 'new')).toBe(fileId('a.txt'))
    expect(await cloud.stored()).toEqual({ 'a.txt': 'new', 'server.txt': 'of the server' })
  })

  it.each([
    ['what another may not have replaced', 'server.txt'],
    ['a path that leads elsewhere', '../a.txt'],
    ['a path with a mark of addresses', 'a&b?c=d#e.txt'],
  ])('fails with INTERNAL for %s, and changes nothing', async (_name, cloudPath) => {
    await expect(upload(cloudPath, 'new')).rejects.toMatchObject({ name: 'AppError', code: 'INTERNAL' })
    expect(await cloud.stored()).toEqual({ 'server.txt': 'of the server' })
  })

  it('fails with OFFLINE where nobody is reached', async () => {
    phone.network.state = 'cut'
    await expect(upload('a.txt', 'a')).rejects.toMatchObject({ name: 'AppError', code: 'OFFLINE' })
    expect(await cloud.stored()).toEqual({ 'server.txt': 'of the server' })
  })

  it('fails where the connection is cut, whether or not the file has arrived', async () => {
    for (const when of ['before', 'after'] as const) {
      cloud.faults.add({ action: 'client.uploadFile', on: { call: 1 }, fault: { kind: 'drop', when } })
      await expect(upload(`${when}.txt`, 'a')).rejects.toMatchObject({ name: 'AppError', code: 'OFFLINE' })
      await cloud.faults.clear()
    }
    expect(await cloud.stored()).toEqual({ 'after.txt': 'a', 'server.txt': 'of the server' })
  })
})

describe('what WeChat gives a mini-program for files', () => {
  let phone: UploadingPhone

  beforeAll(async () => {
    phone = await openUploadingPhone({ cloud })
  })

  it('uploads, links, downloads and deletes', async () => {
    const filePath = phone.files.add('text')
    const { fileID } = await phone.cloud.uploadFile({ cloudPath: 'a.txt', filePath })
    const { fileList } = await phone.cloud.getTempFileURL({ fileList: [fileID, fileId('server.txt')] })
    expect(fileList).toMatchObject([
      { fileID, status: 0, maxAge: 600 },
      { status: -503002, tempFileURL: '' },
    ])
    const { tempFilePath, statusCode } = await phone.cloud.downloadFile({ fileID })
    expect([statusCode, phone.files.read(tempFilePath).toString()]).toEqual([200, 'text'])
    expect(await phone.cloud.deleteFile({ fileList: [fileID] })).toMatchObject({
      fileList: [{ fileID, status: 0 }],
    })
    expect(await cloud.stored()).toEqual({ 'server.txt': 'of the server' })
  })

  it.each<[string, () => Promise<unknown>, object]>([
    [
      'upload a file that the phone does not have',
      () => phone.cloud.uploadFile({ cloudPath: 'a.txt', filePath: 'wxfile://nowhere' }),
      { errMsg: "cloud.uploadFile:fail file doesn't exist" },
    ],
    [
      'upload over the file of another',
      () => phone.cloud.uploadFile({ cloudPath: 'server.txt', filePath: phone.files.add('') }),
      { errCode: -503002, errMsg: expect.stringMatching(/^cloud\.uploadFile:fail Error: errCode: -503002/u) },
    ],
    [
      'download what it may not read',
      () => phone.cloud.downloadFile({ fileID: fileId('server.txt') }),
      { errCode: -503002, errMsg: expect.stringMatching(/^cloud\.downloadFile:fail /u) },
    ],
    [
      'delete more than 50 files',
      () => phone.cloud.deleteFile({ fileList: Array.from({ length: 51 }, () => fileId('a')) }),
      { errCode: -501007, errMsg: expect.stringMatching(/^cloud\.deleteFile:fail /u) },
    ],
  ])('does not %s', async (_name, call, failure) => {
    await expect(call()).rejects.toMatchObject(failure)
    expect(await cloud.stored()).toEqual({ 'server.txt': 'of the server' })
  })
})
