import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FileToUpload } from '#cloud/upload'
import { bundleUploading } from '../support/bundle-uploading'
import { fileId, type StorageCloud, startStorageCloud } from '../support/storage-cloud'
import { openReader, type Reader, takeComplaints } from './support/open-reader'

declare global {
  /** Of the page under test. */
  var uploadFile: (file: FileToUpload) => Promise<string>
}

/** Here the page is one that only uploads, which no page of ours does yet, and the cloud is this file's own. */
let cloud: StorageCloud
let siteDir: string

beforeAll(async () => {
  siteDir = mkdtempSync(join(tmpdir(), 'uploading-'))
  mkdirSync(join(siteDir, 'js'))
  writeFileSync(
    join(siteDir, 'index.html'),
    '<html lang="zh"><head><title>上传</title><link rel="icon" href="data:,"></head><body><script src="js/upload.js"></script></body></html>',
  )
  await bundleUploading({ platform: 'h5', outfile: join(siteDir, 'js/upload.js') })
  cloud = await startStorageCloud({ siteDir })
})
afterAll(async () => {
  await cloud.close()
  rmSync(siteDir, { recursive: true, force: true })
})
beforeEach(() => cloud.store({ 'server.txt': 'of the server' }))

async function openPage(as = ''): Promise<Reader> {
  const reader = await openReader('phone')
  await reader.page.goto(`${cloud.url}${as && `?as=${as}`}`)
  return reader
}

/** Uploads what a reader would have chosen; answers the id of the file, or why there is none. */
function upload({ page }: Reader, cloudPath: string, text: string): Promise<object> {
  return page.evaluate(
    async ([path, content]) => {
      const file = URL.createObjectURL(new File([content], 'chosen.txt'))
      try {
        return { id: await globalThis.uploadFile({ cloudPath: path, file }) }
      } catch (thrown) {
        const { name, code } = thrown as { name: string; code: string }
        return { name, code }
      }
    },
    [cloudPath, text] as const,
  )
}

it.each([
  ['the reader whom the address names', 'anna', 'anna'],
  ['the first reader', '', 'local-reader'],
])('uploads a file as %s', async (_name, as, uploader) => {
  expect(await upload(await openPage(as), 'documents/第204期.txt', '文')).toEqual({
    id: fileId('documents/第204期.txt'),
  })
  expect(await cloud.stored()).toEqual({ 'documents/第204期.txt': '文', 'server.txt': 'of the server' })
  expect(cloud.files.find('documents/第204期.txt')).toMatchObject({ uploader })
})

it('uploads an empty file', async () => {
  expect(await upload(await openPage(), 'empty', '')).toEqual({ id: fileId('empty') })
  expect(await cloud.stored()).toEqual({ empty: '', 'server.txt': 'of the server' })
})

it('uploads many megabytes', async () => {
  const text = '字节'.repeat(2 * 1024 * 1024)
  expect(await upload(await openPage(), 'large.txt', text)).toEqual({ id: fileId('large.txt') })
  expect((await cloud.stored())['large.txt'] === text).toBe(true)
})

it.each([
  ['what another may not have replaced', 'server.txt'],
  ['a path that leads elsewhere', '../a.txt'],
  ['a path with a mark of addresses', 'a&b?c=d#e.txt'],
])('fails with INTERNAL for %s, and changes nothing', async (_name, cloudPath) => {
  expect(await upload(await openPage('anna'), cloudPath, 'new')).toEqual({
    name: 'AppError',
    code: 'INTERNAL',
  })
  expect(await cloud.stored()).toEqual({ 'server.txt': 'of the server' })
})

it('fails with OFFLINE without a network', async () => {
  const reader = await openPage()
  await reader.context.setOffline(true)
  const complaint = reader.page.waitForEvent('console')
  expect(await upload(reader, 'a.txt', 'a')).toEqual({ name: 'AppError', code: 'OFFLINE' })
  expect((await complaint).text()).toContain('net::ERR_INTERNET_DISCONNECTED')
  expect(takeComplaints()).toHaveLength(1)
  expect(await cloud.stored()).toEqual({ 'server.txt': 'of the server' })
})
