import { request } from 'node:http'
import {
  fileId,
  type SdkStorage,
  type StorageCloud,
  startStorageCloud,
  uploadAsPhone,
} from '../support/storage-cloud'

let cloud: StorageCloud
let sdk: SdkStorage

beforeAll(async () => {
  cloud = await startStorageCloud()
  sdk = cloud.sdk
})
afterAll(() => cloud.close())
beforeEach(() => cloud.store(STORED))
/** Whatever was tried: nothing else is stored, nothing is written elsewhere, and nothing goes wrong inside. */
afterEach(async () => {
  expect(await cloud.stored()).toEqual(STORED)
  expect(cloud.strays()).toEqual([])
  expect(cloud.log.splice(0)).toEqual([])
})

const STORED = { 'a/b.txt': 'b' }

const refused: [name: string, path: string][] = [
  ['the folder above', '../x'],
  ['the folder above, on the way', 'a/../../x'],
  ['the folder above, without leaving', 'a/../x'],
  ['the folder above, at the end', 'a/..'],
  ['this folder', './x'],
  ['this folder, on the way', 'a/./x'],
  ['two dots alone', '..'],
  ['three dots alone', '...'],
  ['an absolute path', '/etc/x'],
  ['a path of Windows', 'C:\\x'],
  ['a drive of Windows', 'C:x'],
  ['a share of Windows', '\\\\host\\x'],
  ['backslashes', '..\\..\\x'],
  ['an encoded dot', '%2e%2e/x'],
  ['an encoded slash', '..%2fx'],
  ['twice encoded dots', '%252e%252e/x'],
  ['wide dots', '．．/x'],
  ['a leader of two dots', '‥/x'],
  ['a wide slash', '..／x'],
  ['a wide backslash', '..＼x'],
  ['a NUL', 'a\0.txt'],
  ['a new line', 'a\n.txt'],
  ['what turns the direction of writing', 'a\u202Etxt.exe'],
  ['what has no width', 'a\u200Bb'],
  ['half a character', 'a\uD800'],
  ['a mark that is not composed', 'e\u0301.txt'],
  ['a slash at the end', 'a/'],
  ['two slashes together', 'a//x'],
  ['a query', 'a?x=1'],
  ['a fragment', 'a#x'],
  ['a dot at the end of a name', 'a./x'],
  ['a space at the end of a name', 'a /x'],
  ['a device of Windows', 'a/CON'],
  ['a device of Windows with an ending', 'nul.txt'],
  ['a port of Windows', 'com1/x'],
  ['a stream of Windows', 'a.txt::$DATA'],
  ['nothing', ''],
  ['851 bytes', `${'x'.repeat(848)}文`],
  ['a megabyte', 'x'.repeat(1024 * 1024)],
]

describe('a path that is refused', () => {
  it.each(refused)('is %s, from a server', async (_name, cloudPath) => {
    const uploading = sdk.uploadFile({ cloudPath, fileContent: Buffer.from('x') })
    await expect(uploading).rejects.toMatchObject({
      code: 'INVALID_PARAM',
      errCode: -1,
      errMsg: expect.stringMatching(/^uploadFile:fail The cloud path /),
    })
  })

  // An address takes no more, nor does it take halves of characters.
  it.each(refused.filter(([name]) => !/megabyte|half/.test(name)))(
    'is %s, from a phone',
    async (_name, path) => {
      expect(await uploadAsPhone(cloud, path, 'x', { openid: 'reader-1' })).toEqual({
        errCode: -501007,
        errMsg: expect.stringMatching(
          /^cloud\.uploadFile:fail Error: errCode: -501007 \| errMsg: The cloud path /,
        ),
      })
    },
  )

  it.each(refused)('is %s: there is no such file to link, read or delete', async (_name, path) => {
    const fileID = fileId(path)
    const answers = [
      await sdk.getTempFileURL({ fileList: [fileID] }),
      await sdk.deleteFile({ fileList: [fileID] }),
    ]
    for (const { fileList } of answers) expect(fileList).toMatchObject([{ fileID, status: -503003 }])
    await expect(sdk.downloadFile({ fileID })).rejects.toMatchObject({ code: 'STORAGE_FILE_NONEXIST' })
  })
})

it('takes a path of 850 bytes in UTF-8', async () => {
  const path = `${'文'.repeat(283)}x`
  await sdk.uploadFile({ cloudPath: path, fileContent: Buffer.from('x') })
  expect(cloud.files.find(path)).toMatchObject({ size: 1 })
  await cloud.store(STORED)
})

it.each(['a..b', '..a', 'console', 'com', 'com10', '.hidden'])('takes the harmless name %s', async (name) => {
  const uploading = sdk.uploadFile({ cloudPath: name, fileContent: Buffer.from('x') })
  await expect(uploading).resolves.toMatchObject({ fileID: fileId(name) })
  await cloud.store(STORED)
})

/** As it stands: fetch would simplify the path before it asks. */
function statusAt(method: string, path: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port: cloud.port, method, path }, (response) => {
      resolve(response.resume().statusCode)
    })
      .on('error', reject)
      .end()
  })
}

describe('an address below a door', () => {
  it.each([
    '/dl/../local-cloud.json',
    '/dl/%2e%2e/local-cloud.json',
    '/dl/..%2flocal-cloud.json',
    '/dl/%',
    '/dl/',
  ])('gives nothing of the data folder: %s', async (path) => {
    expect(await statusAt('GET', path)).toBe(403)
  })

  it.each(['POST', 'PUT', 'DELETE', 'HEAD'])('of a download takes no %s', async (method) => {
    expect(await statusAt(method, '/dl/a/b.txt')).toBe(405)
  })

  it.each(['GET', 'POST', 'DELETE'])('of an upload takes no %s', async (method) => {
    expect(await statusAt(method, '/cos/a/b.txt')).toBe(405)
  })
})

it.each([
  ['no path', {}],
  ['a path that is a number', { path: 5 }],
  ['a path that is a list', { path: ['a'] }],
])('refuses an upload of %s', async (_name, fields) => {
  const response = await fetch(cloud.adminUrl, {
    method: 'POST',
    body: JSON.stringify({ action: 'storage.getUploadMetadata', method: 'put', ...fields }),
  })
  expect(await response.json()).toMatchObject({ code: 'INVALID_PARAM' })
})

it.each([
  ['storage.batchGetDownloadUrl', 'file_list', [null, 'a', [1], [{ fileid: 1 }], { fileid: 'a' }, undefined]],
  ['storage.batchDeleteFile', 'fileid_list', [null, 'a', [1], [{}], undefined]],
])('refuses lists of %s that are none', async (action, field, lists) => {
  for (const list of lists) {
    const response = await fetch(cloud.adminUrl, {
      method: 'POST',
      body: JSON.stringify({ action, [field]: list }),
    })
    expect(await response.json()).toMatchObject({ code: 'INVALID_PARAM' })
  }
})
