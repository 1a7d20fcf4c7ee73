import { createInflate } from 'node:zlib'
import type { Problem } from '#shared/newsletter/problem'
import { anError, type Warn } from '../../problem'
import { type PdfStream, streamsOf } from './pdf-streams'

const START = { page: 1 }
const MB = 1024 * 1024
/** Unpacked: a stream, such as the largest Chinese font; an image; all that are no images; everything. */
const MOST_IN_ONE = 24 * MB
const MOST_IN_IMAGE = 64 * MB
const MOST_WITHOUT_IMAGES = 128 * MB
const MOST_IN_ALL = 1024 * MB
/** How many times its size a filter's data can grow; other filters hardly grow or are for images only. */
const GROWTH: Record<string, number> = { FlateDecode: 1032, LZWDecode: 2800, RunLengthDecode: 64 }
/** What may follow a PDF's end, such as zeros that fill a block. */
const TAIL = 4096

/**
 * Why a PDF is not even tried. pdf.js unpacks whatever a stream holds into memory: a bomb is found before, by
 * unpacking without keeping. An encrypted document cannot be looked into like this.
 */
export async function findPdfObstacle(bytes: Uint8Array, warn: Warn): Promise<Problem | null> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (file.subarray(-TAIL).lastIndexOf('%%EOF') < 0) {
    const message =
      'The PDF ends in the middle: it was not saved or sent as a whole. Ask for the file again, or save it as PDF once more.'
    return anError('pdf-truncated', message, START)
  }
  const isEncrypted = file.lastIndexOf('/Encrypt') >= 0
  const { isBomb, isDamaged } = await unpack(file)
  if (isBomb) {
    const message =
      'The PDF unpacks to far more than a newsletter holds, so it was not read. Save it as PDF again from the program that it was written in.'
    return anError('pdf-unpacks-too-large', message, START)
  }
  if (isDamaged && !isEncrypted)
    warn('pdf-part-damaged', 'A part of the PDF is damaged: check that no text is missing.', START)
  return null
}

async function unpack(file: Buffer): Promise<{ isBomb: boolean; isDamaged: boolean }> {
  let [all, withoutImages, isDamaged] = [0, 0, false]
  for (const stream of streamsOf(file)) {
    const unpacked = await unpackStream(stream)
    all += unpacked.size
    if (!stream.isImage) {
      withoutImages += unpacked.size
      isDamaged ||= unpacked.isDamaged
    }
    const most = stream.isImage ? MOST_IN_IMAGE : MOST_IN_ONE
    if (unpacked.size > most || withoutImages > MOST_WITHOUT_IMAGES || all > MOST_IN_ALL)
      return { isBomb: true, isDamaged }
  }
  return { isBomb: false, isDamaged }
}

/** What is packed otherwise than it is nowadays, or twice, counts as the most that it could be. */
async function unpackStream(stream: PdfStream): Promise<{ size: number; isDamaged: boolean }> {
  const growth = (filters: readonly string[]): number =>
    filters.reduce((product, filter) => product * (GROWTH[filter] ?? 1), 1)
  const [first, ...others] = stream.filters
  if (first !== 'FlateDecode') return { size: stream.packedSize * growth(stream.filters), isDamaged: false }
  const { size, isDamaged } = await inflatedSize(stream.data)
  return { size: size * growth(others), isDamaged }
}

async function inflatedSize(data: Buffer): Promise<{ size: number; isDamaged: boolean }> {
  const inflate = createInflate()
  inflate.end(data)
  let size = 0
  try {
    for await (const chunk of inflate as AsyncIterable<Buffer>) {
      size += chunk.length
      if (size > MOST_IN_IMAGE) break
    }
    return { size, isDamaged: false }
  } catch {
    return { size, isDamaged: true }
  }
}
