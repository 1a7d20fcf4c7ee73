import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { lookup } from 'mrmime'
import type { Changes } from '../changes'
import type { Clock } from '../clock'
import { CloudError } from '../cloud-error'
import type { Environment, Table } from '../data/environment'
import { LocalCloudError } from '../local-cloud-error'
import { type Actor, type FileReaders, mayChange, mayRead } from './actor'
import { type Bytes, BytesFolder } from './bytes-folder'
import { assertCloudPath, isCloudPath } from './cloud-path'

/** What is kept of a file beside its bytes. */
type StoredFile = {
  /** The name under which its bytes lie, and their checksum. */
  bytes: string
  crc32: number
  size: number
  contentType: string
  /** The reader who uploaded it; null for a server. */
  uploader: string | null
  uploadedAt: number
}

export type CloudFile = Omit<StoredFile, 'bytes' | 'crc32'> & { path: string }

/** A file whose bytes are kept, though it may not have its name yet. */
export type KeptFile = { path: string; stored: StoredFile }

/** What an import says of a file. */
export type BroughtFile = Pick<CloudFile, 'path' | 'uploader' | 'uploadedAt'>

/** The cloud takes larger ones; a mini-program does not make them. */
export const MAX_FILE_BYTES = 100 * 1024 * 1024

type Services = { environment: Environment; clock: Clock; changes: Changes; readers: FileReaders }

/**
 * The files of the cloud. The commit that names a file's bytes is the moment at which it is there or replaced: a kill
 * before it leaves the old file whole, and bytes that nothing names, which the next start removes.
 */
export class Files {
  readonly #services: Services
  readonly #table: Table<StoredFile>
  readonly #bytes: BytesFolder

  constructor(services: Services) {
    const { environment } = services
    this.#services = services
    this.#table = environment.table('files')
    this.#bytes = new BytesFolder(join(environment.dataDir, 'files'))
  }

  /** Makes sure that all bytes are there, and removes those of uploads that a kill has cut short. */
  async prepare(): Promise<void> {
    const named = new Set<string>()
    for (const { path, stored } of this.#all()) {
      if (!this.#bytes.has(bytesOf(stored)))
        throw new LocalCloudError('DAMAGED_DATA', `The bytes of the file ${path} are damaged or missing.`)
      named.add(stored.bytes)
    }
    for (const name of this.#bytes.names()) if (!named.has(name)) await this.#bytes.remove(name)
  }

  /** In the order of their paths. */
  list(): CloudFile[] {
    return Array.from(this.#all(), ({ path, stored }) => cloudFile(path, stored))
  }

  find(path: string): CloudFile | null {
    const stored = this.#find(path)
    return stored ? cloudFile(path, stored) : null
  }

  /** The bytes as they are now, also where the file is replaced or removed while they are read. */
  read(path: string): Readable {
    return this.#bytes.read(bytesOf(this.#get(path)))
  }

  /** Adds or replaces a file, once all its bytes are there. */
  async put(path: string, source: Readable, actor: Actor): Promise<void> {
    const { environment, clock, changes } = this.#services
    this.assertMayPut(path, actor)
    const bytes = await this.#bytes.write(source, MAX_FILE_BYTES)
    if (!bytes)
      throw new CloudError('STORAGE_REQUEST_FAIL', `The file is larger than ${MAX_FILE_BYTES} bytes.`)
    const replaced = await this.#orRemove(bytes.name, () =>
      environment.write(() => {
        this.assertMayPut(path, actor)
        const before = this.#find(path)
        const uploader = actor === 'server' ? null : actor.openid
        void this.#table.put([path], storedFile(path, bytes, { uploader, uploadedAt: clock.now() }))
        return before
      }),
    )
    if (replaced) await this.#bytes.remove(replaced.bytes)
    changes.tell('files')
  }

  /** Keeps the bytes of a file that an import brings, under no name yet. */
  async keep({ path, uploader, uploadedAt }: BroughtFile, source: Readable): Promise<KeptFile> {
    assertCloudPath(path)
    const bytes = await this.#bytes.write(source, MAX_FILE_BYTES)
    if (!bytes)
      throw new CloudError('STORAGE_REQUEST_FAIL', `The file is larger than ${MAX_FILE_BYTES} bytes.`)
    return { path, stored: storedFile(path, bytes, { uploader, uploadedAt }) }
  }

  /** Within a write: names these files only. Answers how to remove the bytes of all others once it is committed. */
  replaceAll(kept: readonly KeptFile[]): () => Promise<void> {
    const replaced = [...this.#all()]
    for (const { path } of replaced) void this.#table.remove([path])
    for (const { path, stored } of kept) void this.#table.put([path], stored)
    return () => this.forget(replaced)
  }

  /** Removes bytes that nothing names. */
  async forget(kept: readonly KeptFile[]): Promise<void> {
    for (const { stored } of kept) await this.#bytes.remove(stored.bytes)
  }

  async remove(path: string, actor: Actor): Promise<void> {
    const { environment, changes } = this.#services
    const removed = environment.write(() => {
      const stored = this.#get(path)
      assertMay(mayChange(actor, stored))
      void this.#table.remove([path])
      return stored
    })
    await this.#bytes.remove(removed.bytes)
    changes.tell('files')
  }

  assertMayPut(path: string, actor: Actor): void {
    assertCloudPath(path)
    assertMay(mayChange(actor, this.#find(path)))
  }

  assertMayRead(path: string, actor: Actor): void {
    assertMay(mayRead(actor, this.#get(path), this.#services.readers))
  }

  /** Bytes that nothing will name are not kept. */
  async #orRemove<T>(name: string, work: () => T): Promise<T> {
    try {
      return work()
    } catch (cause) {
      await this.#bytes.remove(name)
      throw cause
    }
  }

  #get(path: string): StoredFile {
    const stored = this.#find(path)
    if (!stored) throw new CloudError('STORAGE_FILE_NONEXIST', 'There is no such file.')
    return stored
  }

  #find(path: string): StoredFile | undefined {
    return isCloudPath(path) ? this.#table.get([path]) : undefined
  }

  *#all(): Generator<KeptFile> {
    // LMDB gives a key of one part back as that part itself.
    for (const { key, value } of this.#table.getRange())
      yield { path: String([key].flat()[0]), stored: value }
  }
}

function bytesOf({ bytes: name, size, crc32 }: StoredFile): Bytes {
  return { name, size, crc32 }
}

function storedFile(
  path: string,
  bytes: Bytes,
  rest: Pick<StoredFile, 'uploader' | 'uploadedAt'>,
): StoredFile {
  const { name, size, crc32 } = bytes
  return { bytes: name, size, crc32, contentType: lookup(path) ?? 'application/octet-stream', ...rest }
}

function cloudFile(path: string, { bytes: _bytes, crc32: _crc32, ...rest }: StoredFile): CloudFile {
  return { path, ...rest }
}

function assertMay(isAllowed: boolean): void {
  if (!isAllowed) throw new CloudError('STORAGE_EXCEED_AUTHORITY', 'This file is not for this caller.')
}
