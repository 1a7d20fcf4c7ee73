import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { LocalCloud } from '../../tools/local-cloud/start-local-cloud'
import { sdkFor } from '../support/local-cloud'
import { fileId, type SdkStorage, startStorageCloud, uploadAsPhone } from '../support/storage-cloud'

const root = join(__dirname, '../..')
/** After how many acknowledged uploads it is killed, while others are on their way. */
const ROUNDS = [1, 2, 7, 30]
const WRITERS = 4

let folder: string
let dataDir: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'storage-'))
  dataDir = join(folder, 'data')
  mkdirSync(dataDir)
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const bytesFiles = () => readdirSync(join(dataDir, 'files')).map((name) => join(dataDir, 'files', name))

type Killable = { child: ChildProcess; adminUrl: string; sdk: SdkStorage }

/** A local cloud in a process of its own, which can be killed. */
async function spawnCloud(): Promise<Killable> {
  const child = spawn(process.execPath, ['--import', 'tsx', join(root, 'tools/cloud.ts')], {
    cwd: root,
    env: { ...process.env, PORT: '0', DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string]
  const adminUrl = `${line.replace('ready ', '')}admin`
  return { child, adminUrl, sdk: sdkFor({ adminUrl } as LocalCloud) as unknown as SdkStorage }
}

async function kill({ child }: Killable): Promise<void> {
  child.kill('SIGKILL')
  await once(child, 'exit')
}

const upload = (sdk: SdkStorage, cloudPath: string, text: string) =>
  sdk.uploadFile({ cloudPath, fileContent: Buffer.from(text) })

describe('a kill', () => {
  it('in the middle of an upload leaves the old file, and at the next start nothing of the new one', async () => {
    const killed = await spawnCloud()
    await upload(killed.sdk, 'a.txt', 'old')
    const response = await fetch(killed.adminUrl, {
      method: 'POST',
      body: JSON.stringify({ action: 'storage.getUploadMetadata', path: 'a.txt', method: 'put' }),
    })
    const { data } = (await response.json()) as { data: { url: string; authorization: string } }
    const uploading = request(data.url, { method: 'PUT', headers: { authorization: data.authorization } })
    uploading.on('error', () => {})
    uploading.write(Buffer.alloc(1024 * 1024))
    while (bytesFiles().length < 2) await new Promise(setImmediate)
    await kill(killed)
    uploading.destroy()
    expect(bytesFiles()).toHaveLength(2)

    const cloud = await startStorageCloud({ dataDir })
    expect(await cloud.stored()).toEqual({ 'a.txt': 'old' })
    expect(cloud.strays()).toEqual([])
    await cloud.close()
  }, 30_000)

  it('loses no upload that was acknowledged, and leaves none by halves', async () => {
    const acknowledged = new Map<string, number>()
    let change = 0
    const textOf = (number: number) => `${number};`.repeat(20_000)
    for (const round of ROUNDS) {
      const killed = await spawnCloud()
      const gone = once(killed.child, 'exit')
      let count = 0
      const writers = Array.from({ length: WRITERS }, async (_, writer) => {
        for (;;) {
          // Each writer has files of its own, so the last that was acknowledged is the least that must be there.
          const number = ++change
          const path = `writer ${writer}/${number % 3}`
          await upload(killed.sdk, path, textOf(number))
          acknowledged.set(path, number)
          if (++count === round) killed.child.kill('SIGKILL')
        }
      })
      await Promise.allSettled(writers)
      // Its connections end before it lets go of the data folder.
      await gone
    }

    const cloud = await startStorageCloud({ dataDir })
    const stored = await cloud.stored()
    for (const [path, number] of acknowledged)
      expect(Number.parseInt(stored[path] ?? '', 10)).toBeGreaterThanOrEqual(number)
    for (const text of Object.values(stored)) expect(text === textOf(Number.parseInt(text, 10))).toBe(true)
    expect(cloud.strays()).toEqual([])
    await cloud.close()
  }, 60_000)
})

describe('a new start', () => {
  it('has the files of the last one, with whose they are', async () => {
    const first = await startStorageCloud({ dataDir })
    await first.store({ 'a.txt': 'a', empty: '' })
    await uploadAsPhone(first, '文.docx', 'b', { openid: 'anna' })
    const [listed, stored] = [first.files.list(), await first.stored()]
    await first.close()

    const second = await startStorageCloud({ dataDir })
    expect(second.files.list()).toEqual(listed)
    expect(await second.stored()).toEqual(stored)
    await second.close()
  })

  it('removes bytes that no file has, and leaves what somebody else has put there', async () => {
    const first = await startStorageCloud({ dataDir })
    await first.store({ 'a.txt': 'a' })
    await first.close()
    const [named] = bytesFiles()
    writeFileSync(join(dataDir, 'files', '00000000-0000-4000-8000-000000000000'), 'of a cut upload')
    writeFileSync(join(dataDir, 'files', 'notes.txt'), 'of somebody else')

    const second = await startStorageCloud({ dataDir })
    expect(await second.stored()).toEqual({ 'a.txt': 'a' })
    expect(bytesFiles().sort()).toEqual([named, join(dataDir, 'files', 'notes.txt')].sort())
    await second.close()
  })

  it.each<[string, (bytes: string) => void]>([
    ['are gone', (bytes) => rmSync(bytes)],
    ['have become fewer', (bytes) => truncateSync(bytes, 3)],
    ['have become more', (bytes) => writeFileSync(bytes, 'more than there were')],
  ])('is refused where bytes of a file %s, and all is moved aside', async (_name, damage) => {
    const first = await startStorageCloud({ dataDir })
    await first.store({ 'a.txt': 'the text' })
    await first.close()
    const [bytes = ''] = bytesFiles()
    damage(bytes)

    await expect(startStorageCloud({ dataDir })).rejects.toMatchObject({ code: 'DAMAGED_DATA' })
    expect(readdirSync(folder)).toEqual(['data.damaged'])
    expect(existsSync(join(folder, 'data.damaged', 'database'))).toBe(true)
    const anew = await startStorageCloud({ dataDir })
    expect(await anew.stored()).toEqual({})
    await anew.close()
  })
})

describe('bytes that were changed on the disk', () => {
  /** One that changes its size would be found at the next start. */
  const change = (bytes: string) => {
    const content = readFileSync(bytes)
    content[content.length - 1] = (content.at(-1) ?? 0) ^ 1
    writeFileSync(bytes, content)
  }

  it.each([
    ['small', 8],
    ['large', 4 * 1024 * 1024],
  ])('of a %s file are never given to the end, and the log says why', async (_name, size) => {
    const cloud = await startStorageCloud({ dataDir })
    await cloud.store({ 'a.txt': 'x'.repeat(size) })
    const [bytes = ''] = bytesFiles()
    change(bytes)
    await cloud.sdk.uploadFile({ cloudPath: 'b.txt', fileContent: Buffer.from('whole') })

    await expect(cloud.sdk.downloadFile({ fileID: fileId('a.txt') })).rejects.toMatchObject({ errCode: -1 })
    const [file] = (await cloud.sdk.getTempFileURL({ fileList: [fileId('a.txt')] })).fileList
    await expect(fetch(file?.tempFileURL ?? '').then((response) => response.text())).rejects.toThrow()
    expect(cloud.log).toEqual([
      expect.stringContaining(`The bytes in ${bytes} are damaged; they are not served.`),
      expect.stringContaining(`The bytes in ${bytes} are damaged; they are not served.`),
    ])
    const { fileContent } = await cloud.sdk.downloadFile({ fileID: fileId('b.txt') })
    expect(fileContent.toString()).toBe('whole')
    await cloud.close()
  })

  it('of a file are nothing any more once it is replaced', async () => {
    const cloud = await startStorageCloud({ dataDir })
    await cloud.store({ 'a.txt': 'old' })
    change(bytesFiles()[0] ?? '')
    await cloud.sdk.uploadFile({ cloudPath: 'a.txt', fileContent: Buffer.from('new') })
    expect(await cloud.stored()).toEqual({ 'a.txt': 'new' })
    expect(cloud.strays()).toEqual([])
    await cloud.close()
  })
})
