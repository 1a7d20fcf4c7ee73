import { randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream, mkdirSync, openSync, readdirSync, statSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline, type Readable, Transform, type TransformCallback } from 'node:stream'
import { pipeline as pipelineEnd } from 'node:stream/promises'
import { crc32 } from 'node:zlib'

/** Where the bytes of one file lie, and what tells whether they still are what was written. */
export type Bytes = { name: string; size: number; crc32: number }

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
    const path = this.#path(name)
    const counted = new Counted(maxBytes)
    // Opened at once, or it might be made after it was removed.
    const kept = createWriteStream(path, { fd: openSync(path, 'wx') })
    try {
      await pipelineEnd(source, counted, kept)
      if (counted.size <= maxBytes) return { name, size: counted.size, crc32: counted.crc32 }
    } catch (cause) {
      await this.remove(name)
      throw cause
    }
    await this.remove(name)
    return null
  }

  /**
   * Opened at once, so that a file that goes while it is read is read to its end. Bytes that are not what was written
   * are never handed out to their end: the stream fails instead.
   */
  read({ name, crc32: expected }: Bytes): Readable {
    const path = this.#path(name)
    const checked = new Checked(expected, path)
    // Whoever reads it hears of every failure from the stream itself.
    return pipeline(createReadStream(path, { fd: openSync(path, 'r') }), checked, () => {})
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

/** Passes on as much as is allowed, and counts and sums up all. */
class Counted extends Transform {
  size = 0
  crc32 = 0
  readonly #maxBytes: number

  constructor(maxBytes: number) {
    super()
    this.#maxBytes = maxBytes
  }

  override _transform(chunk: Buffer, _encoding: string, done: TransformCallback): void {
    this.size += chunk.length
    this.crc32 = crc32(chunk, this.crc32)
    if (this.size <= this.#maxBytes) done(null, chunk)
    else done()
  }
}

/** Keeps the last piece back until it is known that all of them are what was written. */
class Checked extends Transform {
  readonly #expected: number
  readonly #path: string
  #crc32 = 0
  #last: Buffer | undefined

  constructor(expected: number, path: string) {
    super()
    this.#expected = expected
    this.#path = path
  }

  override _transform(chunk: Buffer, _encoding: string, done: TransformCallback): void {
    this.#crc32 = crc32(chunk, this.#crc32)
    const before = this.#last
    this.#last = chunk
    done(null, before)
  }

  override _flush(done: TransformCallback): void {
    if (this.#crc32 === this.#expected) done(null, this.#last)
    else done(new Error(`The bytes in ${this.#path} are damaged; they are not served.`))
  }
}
