import { randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream, mkdirSync, openSync, readdirSync, statSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { type Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'

/** Where the bytes of one file lie. */
export type Bytes = { name: string; size: number }

const NAME = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/u

/**
 * The bytes of files, each under a made name that tells nothing of the path, so no path can lead elsewhere. Bytes are
 * written once and never changed: whoever reads a file that is being replaced reads the old one to its end.
 */
export class BytesFolder {
  readonly #folder: string

  constructor(folder: string) {
    this.#folder = folder
    mkdirSync(folder, { recursive: true })
  }

  /** Keeps at most so many bytes; null, and nothing kept, where there are more. The source is read to its end. */
  async write(source: Readable, maxBytes: number): Promise<Bytes | null> {
    const name = randomUUID()
    const counted = new Counted(maxBytes)
    try {
      await pipeline(source, counted, createWriteStream(this.#path(name), { flags: 'wx' }))
      if (counted.size <= maxBytes) return { name, size: counted.size }
    } catch (cause) {
      await this.remove(name)
      throw cause
    }
    await this.remove(name)
    return null
  }

  /** Opened at once, so that a file that goes while it is read is read to its end. */
  read(name: string): Readable {
    const path = this.#path(name)
    return createReadStream(path, { fd: openSync(path, 'r') })
  }

  /** Whether all of it is there. */
  has({ name, size }: Bytes): boolean {
    return statSync(this.#path(name), { throwIfNoEntry: false })?.size === size
  }

  /** Where the system does not let go of a file that is being read, it stays until the next start. */
  async remove(name: string): Promise<void> {
    await rm(this.#path(name), { force: true }).catch(() => {})
  }

  /** Of all that was written here; what anybody else has put into the folder is not ours. */
  names(): string[] {
    return readdirSync(this.#folder).filter((name) => NAME.test(name))
  }

  #path(name: string): string {
    return join(this.#folder, name)
  }
}

/** Passes on as much as is allowed, and counts all. */
class Counted extends Transform {
  size = 0
  readonly #maxBytes: number

  constructor(maxBytes: number) {
    super()
    this.#maxBytes = maxBytes
  }

  override _transform(chunk: Buffer, _encoding: string, done: (error: null, passed?: Buffer) => void): void {
    this.size += chunk.length
    if (this.size <= this.#maxBytes) done(null, chunk)
    else done(null)
  }
}
