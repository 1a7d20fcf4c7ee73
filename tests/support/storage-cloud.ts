import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { request as httpRequest } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import type { LocalCloud, LocalCloudOptions } from '../../tools/local-cloud/start-local-cloud'
import { sdkFor, startTestCloud } from './local-cloud'

type FileAnswer = { fileID: string; status: number; errMsg: string }

/** What the SDK's storage really takes and answers; its own types still describe callbacks. */
export type SdkStorage = {
  uploadFile(options: { cloudPath: string; fileContent: unknown }): Promise<{ fileID: string }>
  getTempFileURL(options: {
    fileList: unknown[]
  }): Promise<{ fileList: (FileAnswer & { tempFileURL: string; maxAge?: number })[] }>
  downloadFile(options: { fileID: string }): Promise<{ fileContent: Buffer; statusCode: number }>
  deleteFile(options: { fileList: string[] }): Promise<{ fileList: FileAnswer[] }>
}

export type StorageCloud = LocalCloud & {
  sdk: SdkStorage
  /** What went wrong inside. */
  log: string[]
  dataDir: string
  /** The texts of all files, by their paths. */
  stored(): Promise<Record<string, string>>
  /** Removes all there is and stores these. */
  store(files: Record<string, string>): Promise<void>
  /** Where the bytes of files lie. */
  bytesFolder: string
  /** All that is not where it belongs: beside the data folder, beside what a local cloud keeps, of no file. */
  strays(): string[]
}

const KEPT = /^(?:database|files|local-cloud\.json)$/u

/** A local cloud whose files can be looked at, on the disk as well. */
export async function startStorageCloud(options: Partial<LocalCloudOptions> = {}): Promise<StorageCloud> {
  const folder = mkdtempSync(join(tmpdir(), 'storage-'))
  const dataDir = options.dataDir ?? join(folder, 'data')
  mkdirSync(dataDir, { recursive: true })
  const log: string[] = []
  const cloud = await startTestCloud({ dataDir, log: (line) => void log.push(line), ...options })
  const sdk = () => sdkFor(cloud) as unknown as SdkStorage
  const bytesFolder = join(dataDir, 'files')
  return {
    ...cloud,
    // There may be several: the SDK speaks to the one that was asked for last.
    get sdk() {
      return sdk()
    },
    log,
    dataDir,
    bytesFolder,
    async stored() {
      const texts: Record<string, string> = {}
      for (const { path } of cloud.files.list())
        texts[path] = (await buffer(cloud.files.read(path))).toString()
      return texts
    },
    async store(files) {
      for (const { path } of cloud.files.list()) await cloud.files.remove(path, 'server')
      for (const [cloudPath, text] of Object.entries(files))
        await sdk().uploadFile({ cloudPath, fileContent: Buffer.from(text) })
    },
    strays() {
      const names = readdirSync(bytesFolder)
      return [
        ...readdirSync(folder).filter((name) => name !== 'data'),
        ...readdirSync(dataDir).filter((name) => !KEPT.test(name)),
        ...(names.length === cloud.files.list().length ? [] : names),
      ]
    },
    async close() {
      await cloud.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** The id that a file of this cloud has. */
export const fileId = (path: string) => `cloud://local.6c6f-local/${path}`

/** Who a phone says it is. */
type Phone = { openid?: string | undefined; headers?: Record<string, string> }

type PhoneAnswer = Record<string, unknown> & {
  fileID?: string
  errCode?: number
  fileList?: { fileID: string; status: number; errMsg: string; tempFileURL?: string; maxAge?: number }[]
}

const phoneHeaders = ({ openid, headers = {} }: Phone) => ({
  ...(openid === undefined ? {} : { 'x-local-openid': openid }),
  ...headers,
})

/** `getTempFileURL` and `deleteFile`, as a phone asks for them. */
export async function askAsPhone(
  cloud: LocalCloud,
  name: 'getTempFileURL' | 'deleteFile',
  body: unknown,
  phone: Phone = {},
): Promise<PhoneAnswer> {
  const response = await fetch(`${cloud.url}client/${name}`, {
    method: 'POST',
    body: typeof body === 'string' ? body : JSON.stringify(body),
    headers: phoneHeaders(phone),
  })
  expect(response.status).toBe(200)
  return (await response.json()) as PhoneAnswer
}

/** `uploadFile` as a phone sends it; a text is the file, anything else the whole form. */
export async function uploadAsPhone(
  cloud: LocalCloud,
  cloudPath: string,
  file: string | { form: string; type: string },
  phone: Phone = {},
): Promise<PhoneAnswer> {
  const form = new FormData()
  if (typeof file === 'string') form.append('file', new Blob([file]), 'file.txt')
  const response = await fetch(`${cloud.url}client/uploadFile?${new URLSearchParams({ cloudPath })}`, {
    method: 'POST',
    body: typeof file === 'string' ? form : file.form,
    headers: { ...phoneHeaders(phone), ...(typeof file === 'string' ? {} : { 'content-type': file.type }) },
  })
  expect(response.status).toBe(200)
  return (await response.json()) as PhoneAnswer
}

/** How a phone is told that a function of `wx.cloud` failed. */
export const failed = (name: string, errCode: number) => ({
  errCode,
  errMsg: expect.stringMatching(
    new RegExp(`^cloud\\.${name}:fail Error: errCode: ${errCode} \\| errMsg: .`, 'u'),
  ),
})

/**
 * Begins a request, sends a part of its body, and goes away once `isUnderWay`: what has been sent has arrived, but its
 * end never comes.
 */
export async function cutOff(
  url: string,
  { method, headers, part }: { method: string; headers: Record<string, string>; part: Buffer | string },
  isUnderWay: () => boolean,
): Promise<void> {
  const request = httpRequest(url, { method, headers })
  // What the other side says of it does not matter to who has gone away.
  request.on('error', () => {})
  request.write(part)
  while (!isUnderWay()) await new Promise(setImmediate)
  const closed = new Promise((resolve) => request.once('close', resolve))
  request.destroy()
  await closed
}
