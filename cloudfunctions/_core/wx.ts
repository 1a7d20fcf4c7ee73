import cloud from 'wx-server-sdk'

/** A document's fields, `_id` among them where it was read. */
export type Fields = Record<string, unknown>

/** What we use of a query; the SDK's own types still describe callbacks that it no longer takes. */
type Query = {
  where(condition: Fields): Query
  orderBy(field: string, direction: 'asc' | 'desc'): Query
  limit(count: number): Query
  field(projection: Record<string, boolean>): Query
  get(): Promise<{ data: Fields[] }>
  count(): Promise<{ total: number }>
  update(options: { data: Fields }): Promise<{ stats: { updated: number } }>
  remove(): Promise<{ stats: { removed: number } }>
}

type Collection = Query & {
  doc(id: string): {
    get(): Promise<{ data: Fields | undefined }>
    set(options: { data: Fields }): Promise<unknown>
    remove(): Promise<unknown>
  }
  add(options: { data: Fields }): Promise<{ _id: string }>
}

type Command = Record<
  'eq' | 'neq' | 'lt' | 'lte' | 'gt' | 'gte' | 'in' | 'nin' | 'set' | 'inc' | 'push' | 'pull' | 'elemMatch',
  (value: unknown) => { and(other: unknown): unknown }
> & { or(conditions: readonly Fields[]): Fields }

type Database = {
  collection(name: string): Collection
  command: Command
  startTransaction(): Promise<{
    collection(name: string): Collection
    commit(): Promise<unknown>
    rollback(): Promise<unknown>
  }>
}

type SubscribeMessage = {
  touser: string
  templateId: string
  page: string
  data: Record<string, { value: string }>
  lang: 'zh_CN' | 'en_US'
}

/** `scene`: what the page finds in its query; `width`: 280 to 1280 pixels. */
type MiniProgramCode = { scene: string; page: string; width: number }

/** What came of one file of a call: 0, or why not. */
type FileStatus = { status: number; errMsg: string }

type Sdk = {
  init(options: { env: symbol; timeout: number }): void
  DYNAMIC_CURRENT_ENV: symbol
  database(options: { throwOnNotFound: boolean }): Database
  getWXContext(): { OPENID?: string | number; SOURCE?: string; ENV?: string }
  getTempFileURL(options: {
    fileList: string[]
  }): Promise<{ fileList: (FileStatus & { tempFileURL: string })[] }>
  deleteFile(options: { fileList: string[] }): Promise<{ fileList: FileStatus[] }>
  uploadFile(options: { cloudPath: string; fileContent: Buffer }): Promise<{ fileID: string }>
  openapi: {
    subscribeMessage: { send(message: SubscribeMessage): Promise<{ msgid?: unknown }> }
    wxacode: { getUnlimited(code: MiniProgramCode): Promise<{ buffer?: Buffer }> }
  }
}

const sdk = cloud as unknown as Sdk

/** ms until a request is given up: what is sent to readers counts on it. */
export const REQUEST_TIMEOUT = 5_000

sdk.init({ env: sdk.DYNAMIC_CURRENT_ENV, timeout: REQUEST_TIMEOUT })

/** The database of this environment. A document that is not there reads as undefined, not as an error. */
export const database = sdk.database({ throwOnNotFound: false })

/** Who is calling, as the platform knows it; null for timers and for callers who are not signed in. */
export function callerOpenid(): string | null {
  const { OPENID } = sdk.getWXContext()
  // The SDK turns an identity made of digits alone into a number.
  return OPENID ? String(OPENID) : null
}

/** What began this call and, after commas, the functions that called on; '' where the platform does not say. */
export function callerSource(): string {
  return sdk.getWXContext().SOURCE ?? ''
}

/** Sends one message, and answers with WeChat's id of it. */
export function sendSubscribeMessage(message: SubscribeMessage): Promise<{ msgid?: unknown }> {
  return sdk.openapi.subscribeMessage.send(message)
}

/** Has WeChat draw a mini-program code, as the picture that it likes, empty where none came. Throws with WeChat's `errCode`. */
export async function drawMiniProgramCode(code: MiniProgramCode): Promise<Buffer> {
  return (await sdk.openapi.wxacode.getUnlimited(code)).buffer ?? Buffer.of()
}

/** The name of this environment, which stands in the ids of its files. */
export function environmentName(): string {
  return sdk.getWXContext().ENV ?? ''
}

const NO_SUCH_FILE = -503003

/** Where a file can be read for ten minutes; null where there is none. */
export async function addressOfFile(fileId: string): Promise<string | null> {
  const { fileList } = await sdk.getTempFileURL({ fileList: [fileId] })
  return isThere(fileList[0]) ? (fileList[0]?.tempFileURL ?? null) : null
}

/** Puts a file in storage, in the place of one that is there; answers its id. */
export async function storeFile(cloudPath: string, fileContent: Buffer): Promise<string> {
  return (await sdk.uploadFile({ cloudPath, fileContent })).fileID
}

/** Removes a file; one that is not there is none. */
export async function deleteFile(fileId: string): Promise<void> {
  const { fileList } = await sdk.deleteFile({ fileList: [fileId] })
  isThere(fileList[0])
}

/** Removes the file at a path, whoever put it there: only whoever uploads is told a file's id. */
export async function deleteFileAt(cloudPath: string): Promise<void> {
  await deleteFile(await storeFile(cloudPath, Buffer.from('-')))
}

function isThere(file: FileStatus | undefined): boolean {
  if (file?.status === NO_SUCH_FILE) return false
  if (file?.status === 0) return true
  throw new Error(`The storage answered: ${file?.errMsg}`)
}
