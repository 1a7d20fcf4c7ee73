/** A stream of a PDF file as its bytes lie there: what it is, how it is packed, and all bytes from its start on. */
export type PdfStream = { filters: string[]; isImage: boolean; data: Buffer; packedSize: number }

/** In bytes: no dictionary before a stream is longer in practice. */
const LONGEST_HEAD = 4096

/** Finds every stream without trusting the file's own table of contents, which may lie. */
export function* streamsOf(file: Buffer): Generator<PdfStream> {
  for (let at = file.indexOf('stream'); at >= 0; at = file.indexOf('stream', at + 6)) {
    const head = headBefore(file, at)
    const start = startOfData(file, at + 6)
    if (head === null || start === null) continue
    const end = file.indexOf('endstream', start)
    const data = file.subarray(start)
    yield {
      filters: filtersOf(head, data),
      isImage: /\/Subtype\s*\/Image\b/u.test(head),
      data,
      packedSize: end < 0 ? data.length : end - start,
    }
  }
}

/** The dictionary that stands before the word, as far as it matters; null where the word is part of another. */
function headBefore(file: Buffer, at: number): string | null {
  const text = file.toString('latin1', Math.max(0, at - LONGEST_HEAD), at)
  return />>\s*$/u.test(text) ? text.slice(text.lastIndexOf(' obj') + 1) : null
}

function startOfData(file: Buffer, at: number): number | null {
  if (file[at] === 0x0a) return at + 1
  if (file[at] !== 0x0d) return null
  return file[at + 1] === 0x0a ? at + 2 : at + 1
}

const FILTER = /\/Filter\s*(\[[^\]]*\]|\/[^\s/<>[\]()]+|\d+\s+\d+\s+R)/u
const FLATE = 'FlateDecode'

function filtersOf(head: string, data: Buffer): string[] {
  const written = FILTER.exec(head)?.[1]
  // Where the filter is not said here, the data says whether it is packed.
  if (written === undefined || !written.includes('/')) return isDeflated(data) ? [FLATE] : []
  return [...written.matchAll(/\/([^\s/<>[\]()]+)/gu)].map(([, name = '']) => fullName(name))
}

function fullName(name: string): string {
  const plain = name.replace(/#([0-9a-f]{2})/giu, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  )
  return plain === 'Fl' ? FLATE : plain
}

function isDeflated(data: Buffer): boolean {
  const [first = 0, second = 0] = data
  return (first & 0x0f) === 8 && (first * 256 + second) % 31 === 0
}
