import { crc32, inflateRawSync } from 'node:zlib'
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl'
import { otherKindOf } from './other-kind-of'
import { damaged, Refusal } from './refusal'

/** No Word document comes near: they bound what a file that was made for it can cost. */
const MAX_ENTRIES = 5000
const MAX_INFLATED = 64 * 1024 * 1024

/** The parts of a Word document by their path. Only those that are asked for are ever unpacked. */
export type Package = {
  has(path: string): boolean
  /** Its text; null where there is no such part. */
  read(path: string): Promise<string | null>
}

/** Opens the zip file that a Word document is, trusting nothing that it says of itself. */
export async function openPackage(bytes: Uint8Array): Promise<Package> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const zip = await orDamaged(fromBufferPromise(buffer, { lazyEntries: true }))
  if (zip.entryCount > MAX_ENTRIES) throw tooLarge()
  const entries = new Map<string, Entry>()
  // Names that lead out of the archive are refused by yauzl.
  for await (const entry of orDamagedEach(zip.eachEntry())) {
    if (entry.isEncrypted())
      throw new Refusal(
        'encrypted',
        'This is an archive with a password: unpack it and choose the newsletter as .docx, .pdf or .md.',
      )
    // Of two parts of one name, readers of zip files disagree which one counts.
    if (entries.has(entry.fileName)) throw damaged()
    entries.set(entry.fileName, entry)
  }
  const other = otherKindOf([...entries.keys()])
  if (other) throw new Refusal('other-format', other)
  let left = MAX_INFLATED
  return {
    has: (path) => entries.has(path),
    async read(path) {
      const entry = entries.get(path)
      if (!entry) return null
      if (entry.uncompressedSize > left) throw tooLarge()
      const part = await inflate(zip, buffer, entry, left)
      left -= part.length
      return new TextDecoder('utf-8').decode(part)
    },
  }
}

async function inflate(zip: ZipFile, buffer: Buffer, entry: Entry, limit: number): Promise<Buffer> {
  const { fileDataStart } = await orDamaged(zip.readLocalFileHeaderPromise(entry, { minimal: true }))
  const packed = buffer.subarray(fileDataStart, fileDataStart + entry.compressedSize)
  let part = packed
  if (entry.compressionMethod === DEFLATED) {
    try {
      part = inflateRawSync(packed, { maxOutputLength: limit })
    } catch (cause) {
      throw (cause as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? tooLarge() : damaged()
    }
  } else if (entry.compressionMethod !== STORED) throw damaged()
  if (part.length !== entry.uncompressedSize || crc32(part) !== entry.crc32) throw damaged()
  return part
}

const STORED = 0
const DEFLATED = 8

function tooLarge(): Refusal {
  return new Refusal(
    'too-large-inside',
    'The file unpacks to more than a newsletter can hold: open it in Word, copy the newsletter into a new document and choose that one.',
  )
}

async function orDamaged<T>(opened: Promise<T>): Promise<T> {
  try {
    return await opened
  } catch {
    throw damaged()
  }
}

async function* orDamagedEach<T>(each: AsyncIterable<T>): AsyncIterable<T> {
  const iterator = each[Symbol.asyncIterator]()
  for (;;) {
    const next = await orDamaged(iterator.next())
    if (next.done) return
    yield next.value
  }
}
